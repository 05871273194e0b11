using System.Collections.Frozen;

namespace Benchr.Diagnosis.Readings;

/// <summary>What a field of an error body is for.</summary>
internal enum FieldRole
{
    Message,
    Code,
    Type,
    Status,
    Reason,
    Parameter,
    RequestId,
    Model,
    RetryAfter,
    FinishReason,
    QuotaId,
    QuotaMetric,
    QuotaValue,
    Deployment,
    Region,
    Organization,
    Project,
}

/// <summary>The names that error bodies use for the same things, whoever sends them.</summary>
internal static class FieldNames
{
    private static readonly FrozenDictionary<string, FieldRole>.AlternateLookup<ReadOnlySpan<char>> Roles =
        new Dictionary<string, FieldRole>(StringComparer.OrdinalIgnoreCase)
        {
            ["message"] = FieldRole.Message,
            ["msg"] = FieldRole.Message,
            ["detail"] = FieldRole.Message,
            ["error"] = FieldRole.Message,
            ["errorMessage"] = FieldRole.Message,
            ["error_message"] = FieldRole.Message,
            ["error_description"] = FieldRole.Message,
            ["errorDescription"] = FieldRole.Message,
            ["error_msg"] = FieldRole.Message,
            ["code"] = FieldRole.Code,
            ["errorCode"] = FieldRole.Code,
            ["error_code"] = FieldRole.Code,
            ["errcode"] = FieldRole.Code,
            ["type"] = FieldRole.Type,
            ["type_"] = FieldRole.Type,
            ["errorType"] = FieldRole.Type,
            ["error_type"] = FieldRole.Type,
            ["__type"] = FieldRole.Type,
            ["status"] = FieldRole.Status,
            ["status_code"] = FieldRole.Status,
            ["statusCode"] = FieldRole.Status,
            ["http_status"] = FieldRole.Status,
            ["reason"] = FieldRole.Reason,
            ["errorReason"] = FieldRole.Reason,
            ["param"] = FieldRole.Parameter,
            ["error_param"] = FieldRole.Parameter,
            ["request_id"] = FieldRole.RequestId,
            ["requestId"] = FieldRole.RequestId,
            ["requestID"] = FieldRole.RequestId,
            ["request-id"] = FieldRole.RequestId,
            ["x-request-id"] = FieldRole.RequestId,
            ["model"] = FieldRole.Model,
            ["retryDelay"] = FieldRole.RetryAfter,
            ["retry_after"] = FieldRole.RetryAfter,
            ["retry-after"] = FieldRole.RetryAfter,
            ["finishReason"] = FieldRole.FinishReason,
            ["finish_reason"] = FieldRole.FinishReason,
            ["stop_reason"] = FieldRole.FinishReason,
            ["blockReason"] = FieldRole.FinishReason,
            ["block_reason"] = FieldRole.FinishReason,
            ["quotaId"] = FieldRole.QuotaId,
            ["quota_id"] = FieldRole.QuotaId,
            ["quotaMetric"] = FieldRole.QuotaMetric,
            ["quota_metric"] = FieldRole.QuotaMetric,
            ["quotaValue"] = FieldRole.QuotaValue,
            ["quota_limit_value"] = FieldRole.QuotaValue,
            ["deployment"] = FieldRole.Deployment,
            ["deployment_name"] = FieldRole.Deployment,
            ["deploymentName"] = FieldRole.Deployment,
            ["region"] = FieldRole.Region,
            ["location"] = FieldRole.Region,
            ["quota_location"] = FieldRole.Region,
            ["aws_region"] = FieldRole.Region,
            ["organization"] = FieldRole.Organization,
            ["organization_id"] = FieldRole.Organization,
            ["organization-id"] = FieldRole.Organization,
            ["project_id"] = FieldRole.Project,
            ["project"] = FieldRole.Project,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The role of a field by its name.</summary>
    public static bool TryRole(ReadOnlySpan<char> name, out FieldRole role)
    {
        if (Roles.TryGetValue(name, out role))
        {
            return true;
        }

        // Headers put the sender's name before who pays and what went wrong: acme-organization, x-acme-errortype.
        var dash = name.LastIndexOf('-');
        return dash > 0 && Roles.TryGetValue(name[(dash + 1)..], out role)
            && (role is FieldRole.Organization or FieldRole.Project || (role is FieldRole.Type or FieldRole.Code && name[(dash + 1)..].StartsWith("error", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether a field of this role can hold an error's code.</summary>
    public static bool NamesError(FieldRole role) => role
        is FieldRole.Code or FieldRole.Type or FieldRole.Status or FieldRole.Reason or FieldRole.FinishReason or FieldRole.Message;
}

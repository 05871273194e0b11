using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Diagnose;

/// <summary>Finds checks and outcomes that a record does not have.</summary>
internal static class ObservationNames
{
    private const int NearestCount = 3;

    /// <summary>What is wrong with the names in a request, each with the names that exist; null when all exist.</summary>
    public static ProblemResult? Check(IReadOnlyList<ObservationRequest> observations, ErrorRecord record)
    {
        var errors = new List<FieldProblem>();
        var nearest = new List<string>();
        foreach (var (index, observation) in observations.Index())
        {
            var check = record.Checks.FirstOrDefault(item => item.Slug == observation.Check);
            if (check is null)
            {
                Add("check", observation.Check, record.Checks.Select(item => item.Slug), "no check of this record");
            }
            else if (observation.Outcome is not null && check.Outcomes.All(item => item.Slug != observation.Outcome))
            {
                Add("outcome", observation.Outcome, check.Outcomes.Select(item => item.Slug), $"no outcome of '{check.Slug}'");
            }

            void Add(string member, string? name, IEnumerable<string> existing, string what)
            {
                var names = string.Join(", ", existing);
                errors.Add(new FieldProblem($"observations[{index}].{member}", $"is {what}; there {(names.Length > 0 ? $"are: {names}" : "are none")}"));
                nearest.AddRange(Nearest.To(name ?? "", existing, NearestCount));
            }
        }

        return errors.Count == 0 ? null : new ProblemResult(
            ProblemKind.InvalidRequest,
            string.Join("; ", errors.Select(error => $"{error.Field} {error.Message}")),
            errors,
            [.. nearest.Distinct(StringComparer.Ordinal)]);
    }
}

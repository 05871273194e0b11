using Benchr.Api.Catalogues;
using Benchr.Api.Problems;

namespace Benchr.Api.Health;

/// <summary>Whether the service lives, and whether it can answer.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        var group = app.MapGroup("/health").WithTags("Operations");

        group.MapMethods("live", ["GET", "HEAD"], () => TypedResults.Ok(new HealthAnswer { Status = "live", Catalogue = null }))
            .WithName("getLiveness")
            .WithSummary("Whether the process lives")
            .WithDescription("Live as long as it answers at all.")
            .Produces<HealthAnswer>();

        group.MapMethods("ready", ["GET", "HEAD"], IResult (SnapshotHolder holder) => holder.CurrentIfLoaded is { } snapshot
                ? TypedResults.Ok(new HealthAnswer { Status = "ready", Catalogue = snapshot.Catalogue.Version })
                : new ProblemResult(ProblemKind.NotReady, "The catalogue is still being loaded; ask again in a second."))
            .WithName("getReadiness")
            .WithSummary("Whether the service can answer")
            .WithDescription("Ready once a catalogue is loaded.")
            .Produces<HealthAnswer>()
            .Produces<Problem>(StatusCodes.Status503ServiceUnavailable, "application/problem+json");
    }
}

/// <summary>How the service is.</summary>
public sealed record HealthAnswer
{
    /// <summary><c>live</c> or <c>ready</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The version of the knowledge that answers; null when that was not asked.</summary>
    public required string? Catalogue { get; init; }
}

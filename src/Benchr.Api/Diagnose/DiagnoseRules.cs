using System.Text;
using FluentValidation;

namespace Benchr.Api.Diagnose;

/// <summary>What a request to diagnose must meet, whatever the record.</summary>
internal sealed class DiagnoseRules : AbstractValidator<DiagnoseRequest>
{
    public DiagnoseRules()
    {
        RuleFor(request => request.Unknown)
            .Must(unknown => unknown is null or { Count: 0 }).WithMessage("has members that are not known here; known ones: observations")
            .OverridePropertyName("request");
        RuleFor(request => request.Observations)
            .Must(observations => observations is null or { Count: <= DiagnoseLimits.MostObservations })
            .WithMessage($"must be at most {DiagnoseLimits.MostObservations}");
        RuleForEach(request => request.Observations)
            .NotNull().WithMessage("must be an object")
            .SetValidator(new ObservationRules()!)
            .When(request => request.Observations is { Count: <= DiagnoseLimits.MostObservations });
    }

    private sealed class ObservationRules : AbstractValidator<ObservationRequest>
    {
        public ObservationRules()
        {
            RuleFor(observation => observation)
                .Must(observation => observation.Unknown is null or { Count: 0 })
                .WithMessage("has members that are not known here; known ones: check, and outcome or output")
                .Must(observation => observation.Outcome is null != observation.Output is null)
                .WithMessage("must have exactly one of outcome, the slug of what was seen, and output, what was printed")
                .OverridePropertyName("");
            RuleFor(observation => observation.Output!)
                .Must(output => output.Length <= DiagnoseLimits.LongestOutput && Encoding.UTF8.GetByteCount(output) <= DiagnoseLimits.LongestOutput)
                .WithMessage($"must be at most {DiagnoseLimits.LongestOutput} bytes of UTF-8")
                .When(observation => observation.Output is not null);
        }
    }
}

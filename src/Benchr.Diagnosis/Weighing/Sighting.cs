using Benchr.Diagnosis.Matching;

namespace Benchr.Diagnosis.Weighing;

/// <summary>A message of a record where it was found.</summary>
internal sealed class Sighting(TemplateMatch match, TemplateOwner owner, double weight)
{
    /// <summary>Where it was found.</summary>
    public TemplateMatch Match { get; } = match;

    /// <summary>What it speaks for.</summary>
    public TemplateOwner Owner { get; } = owner;

    /// <summary>How much it counts by itself.</summary>
    public double Weight { get; } = weight;

    /// <summary>Its place among all, in the order of their beginnings.</summary>
    public int Place { get; set; }

    /// <summary>Whether its words have been counted, or say nothing beside another sighting.</summary>
    public bool IsExplained { get; set; }
}

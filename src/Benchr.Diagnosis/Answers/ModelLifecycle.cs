using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Diagnosis.Answers;

/// <summary>Where the model that was called stands in its life.</summary>
/// <param name="Lifecycle">Its lifecycle on the platform that answered, or on the nearest one that is known.</param>
/// <param name="Status">Where it stands today.</param>
public sealed record ModelLifecycle(CataloguedModel Lifecycle, ModelStatus Status);

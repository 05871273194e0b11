namespace Benchr.Diagnosis.Weighing;

/// <summary>
/// How much each kind of evidence counts, in natural-log odds, and the thresholds of the decision. Few, named, and set by
/// the evaluation over real pastes; no record has weights of its own.
/// </summary>
internal static class Weights
{
    /// <summary>A message of one symbol; grows with the length to the power below.</summary>
    public const double MessageFactor = 0.30;

    /// <summary>Long messages count more, each further symbol a little less.</summary>
    public const double MessageGrowth = 0.85;

    /// <summary>More than this no single message counts in full.</summary>
    public const double MessageLimit = 11;

    /// <summary>What is left of the weight beyond the limit: enough to prefer the longer of two long messages.</summary>
    public const double BeyondLimit = 0.2;

    /// <summary>A template that the text's end cuts off counts with its coverage to this power.</summary>
    public const double CutPower = 1.6;

    /// <summary>A template that the text leaves for other words counts with its coverage to this power.</summary>
    public const double DivergedPower = 3;

    /// <summary>A second message of the same cause elsewhere in the paste adds this share of its weight.</summary>
    public const double FurtherMessage = 0.3;

    /// <summary>What is left of evidence whose words are evidence of another kind already.</summary>
    public const double SameWords = 0.3;

    /// <summary>How fast a message loses weight with the logarithm of the number of records that have it too.</summary>
    public const double SharedMessage = 0.35;

    /// <summary>What is left of a message that is a part of a longer one of another record.</summary>
    public const double PartShare = 0.5;

    /// <summary>What is left of a template where the text has another number than the template.</summary>
    public const double OtherNumberShare = 0.4;

    /// <summary>The share of what speaks for a record that the marks of another service take away.</summary>
    public const double Elsewhere = 0.85;

    /// <summary>What is left of a message that is only the reason phrase of a status.</summary>
    public const double ReasonPhraseShare = 0.2;

    /// <summary>An alias counts less than a signature of the same length.</summary>
    public const double Alias = 0.5;

    /// <summary>A paste that is nothing but the message counts more by this share.</summary>
    public const double WholePaste = 0.6;

    /// <summary>A name that one record alone has; one that several share counts less, by the logarithm of how many do.</summary>
    public const double Name = 6.0;

    /// <summary>What is left of that for a type, which many codes share by design.</summary>
    public const double TypeShare = 0.6;

    /// <summary>What is left for a code in running text, outside any field.</summary>
    public const double LooseShare = 0.6;

    /// <summary>What is left at least for a code that one record alone has.</summary>
    public const double LooseUniqueShare = 0.75;

    /// <summary>What is left for a code in other letters than the provider's.</summary>
    public const double OtherCaseShare = 0.7;

    /// <summary>What is left for an exception class: wrappers choose them by status.</summary>
    public const double ExceptionShare = 0.5;

    /// <summary>A status that the record names.</summary>
    public const double Status = 1.0;

    /// <summary>A status that is the record's code, where the provider has no other.</summary>
    public const double StatusIsCode = 1.8;

    /// <summary>A status that the provider has one record for.</summary>
    public const double OnlyOneOfStatus = 1.8;

    /// <summary>A status that the record does not name.</summary>
    public const double StatusMismatch = -1.0;

    /// <summary>A fact that a cause names.</summary>
    public const double Fact = 1.5;

    /// <summary>A host of the provider.</summary>
    public const double Host = 3.0;

    /// <summary>A machine of the user's own and a port on which the provider's server listens unless told otherwise; so do others.</summary>
    public const double LocalHost = 1.5;

    /// <summary>What must speak for a provider before a status alone makes its records candidates.</summary>
    public const double NamedProvider = 2.5;

    /// <summary>Text that only the provider's answers hold, at full length.</summary>
    public const double ProviderText = 3.0;

    /// <summary>An id that begins as only the provider's do.</summary>
    public const double ProviderWord = 2.5;

    /// <summary>A header that only the provider sends.</summary>
    public const double Header = 2.5;

    /// <summary>The shape of the provider's error bodies.</summary>
    public const double Envelope = 1.8;

    /// <summary>An exception or namespace of the provider's SDK; these are used against other APIs as well.</summary>
    public const double ProviderException = 0.8;

    /// <summary>An exception of an SDK that is used against the provider alone.</summary>
    public const double OwnNamespace = 2.2;

    /// <summary>The name that a wrapper gives to the provider's failures; it is not always right.</summary>
    public const double WrapperName = 2.0;

    /// <summary>The provider's name, which paths and model lists hold as well.</summary>
    public const double ProviderName = 0.7;

    /// <summary>An environment variable of the provider.</summary>
    public const double Variable = 1.0;

    /// <summary>A model of the provider.</summary>
    public const double Model = 0.9;

    /// <summary>A credential of the provider's shape; mostly it is sent to whom it belongs.</summary>
    public const double Key = 1.0;

    /// <summary>What the user told.</summary>
    public const double Hint = 3.0;

    /// <summary>What a record must have of its own to count as a rival in its own right.</summary>
    public const double OfItsOwn = 2.8;

    /// <summary>What separates a cause that yields from the best answer that it yields to.</summary>
    public const double Yielding = 1.5;

    /// <summary>How much less than the case of no explanation an answer may weigh for others to yield to it.</summary>
    public const double YieldedTo = 1.0;

    /// <summary>From here on the best candidate is the diagnosis.</summary>
    public const double Diagnosed = 0.5;

    /// <summary>A cause must lead the next by this much to be named.</summary>
    public const double CauseLead = 0.4;
}

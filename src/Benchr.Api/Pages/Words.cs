using System.Globalization;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;

namespace Benchr.Api.Pages;

/// <summary>How the words of records read in a sentence.</summary>
public static class Words
{
    /// <summary>A kebab-case word with spaces.</summary>
    public static string Spaced<T>(T value)
        where T : struct, Enum => Word.Of(value).Replace('-', ' ');

    /// <summary>Whether to send the request again, as an instruction.</summary>
    public static string Of(RetryAdvice advice) => advice switch
    {
        RetryAdvice.Never => "Do not retry",
        RetryAdvice.AfterFix => "Retry after the fix",
        RetryAdvice.Backoff => "Retry with backoff",
        _ => "Wait as the answer says, then retry",
    };

    /// <summary>The same in a word or two.</summary>
    public static string Brief(RetryAdvice advice) => advice switch
    {
        RetryAdvice.Never => "no retry",
        RetryAdvice.AfterFix => "retry after fix",
        RetryAdvice.Backoff => "retry with backoff",
        _ => "retry after wait",
    };

    /// <summary>A likelihood, never told as certainty.</summary>
    /// <param name="confidence">From 0 to 1.</param>
    public static string Percent(double confidence) => confidence switch
    {
        >= 0.995 => "over 99 %",
        < 0.01 => "under 1 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{confidence * 100:0} %"),
    };

    /// <summary>A wait, in seconds up to two minutes and in minutes or hours beyond.</summary>
    /// <param name="seconds">The wait in seconds.</param>
    public static string Wait(double seconds) => seconds switch
    {
        <= 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} seconds"),
        <= 7200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} minutes"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} hours"),
    };

    /// <summary>A day as people write it.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day as programs write it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a shell is called.</summary>
    public static string Of(Shell shell) => shell switch
    {
        Shell.Bash => "Bash",
        Shell.Powershell => "PowerShell",
        Shell.Python => "Python",
        _ => "Node",
    };

    /// <summary>A number and what it counts.</summary>
    public static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}

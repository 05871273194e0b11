namespace Benchr.Pages.Tests;

/// <summary>Errors to paste.</summary>
internal static class Pastes
{
    public const string SecretMiddle = "w3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0Cu";
    public const string Secret = $"sk-proj-Zq7X{SecretMiddle}Zq7Xw3Vb9Lk2Mn5P";

    public const string WrongKey = """
        openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-or-v1*****b7c1. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}
        """;

    public const string WithSecret = $"{WrongKey}\nOPENAI_API_KEY={Secret}";

    public const string Nonsense = "The meeting is moved to Thursday, please bring the slides.";

    public const string Hostile = "<script>alert(1)</script> 401 Incorrect API key provided: <img src=x onerror=alert(2)>\u001b[31m</code></pre>";
}

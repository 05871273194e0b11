using System.Text;
using System.Text.Json;

namespace Benchr.Sdk.Tests;

/// <summary>What official SDKs throw at the responses of the records, printed as people print it, comes back diagnosed as the record.</summary>
public sealed class SdkErrorTests(SdkErrors errors) : IClassFixture<SdkErrors>
{
    public static TheoryData<string, string> Calls()
    {
        var data = new TheoryData<string, string>();
        foreach (var sdk in Sdk.All)
        {
            foreach (var record in SdkErrors.Records.Where(record => record.Provider == sdk.Provider))
            {
                data.Add(sdk.Package, record.Id());
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task What_an_SDK_prints_is_diagnosed_as_the_record_whose_response_it_got(string package, string id)
    {
        var sdk = Sdk.All.Single(item => item.Package == package);
        if (sdk.IsNode)
        {
            NodeSdk.Require();
        }

        var untold = UntoldError.Of(sdk, id);
        var prints = await errors.PrintsAsync(sdk, id);

        Assert.NotEmpty(prints);
        foreach (var (way, text) in prints)
        {
            Assert.True(untold?.Missing is null || !text.Contains(untold.Missing, StringComparison.Ordinal), $"{package}, {way}: '{untold?.Missing}' is printed, so {id} can be told:\n{text}");
            var diagnosed = await DiagnoseAsync(text);
            Assert.True(
                diagnosed == (untold is null ? id : untold.Instead),
                $"{package}, {way}: {diagnosed ?? "nothing certain"} in place of {(untold is null ? id : untold.Instead ?? "nothing certain")}:\n{text}");
        }
    }

    [Fact]
    public void Every_error_that_is_said_to_be_untold_is_one_that_is_sent() =>
        Assert.All(UntoldError.All, entry => Assert.All(entry.Value, untold =>
            Assert.Contains(SdkErrors.Records, record => record.Id() == untold.Id && record.Provider == Sdk.All.Single(sdk => sdk.Package == entry.Key).Provider)));

    /// <summary>The id of the record that a print is diagnosed as; null when none is certain.</summary>
    private async Task<string?> DiagnoseAsync(string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, "text/plain");
        using var response = await errors.Client.PostAsync("/v1/classify", content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        return json.GetProperty("outcome").GetString() == "diagnosed"
            ? json.GetProperty("diagnosis").GetProperty("error").GetProperty("id").GetString()
            : null;
    }
}

using System.Net;
using System.Text.Json;

namespace Benchr.Api.Tests;

public sealed class ModelsTests(Service service) : IClassFixture<Service>
{
    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task Every_lifecycle_is_met_once_by_following_the_pages()
    {
        var seen = (await client.FollowAsync("/v1/models?limit=100")).Select(item => $"{item.GetProperty("id")} {item.GetProperty("platform")}").ToList();

        Assert.True(seen.Count >= 500);
        Assert.Equal(seen.Count, seen.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_the_status_is_that_of_today()
    {
        var (_, retired) = await client.GetJsonAsync("/v1/models?platform=openai&status=retired&limit=100");
        var (_, later) = await client.GetJsonAsync("/v1/models?retiresAfter=2027-01-01&limit=100");

        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.All(retired.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.Equal("openai", item.GetProperty("platform").GetString());
            Assert.True(DateOnly.Parse(item.GetProperty("retirement").GetString()!, System.Globalization.CultureInfo.InvariantCulture) <= today);
        });
        Assert.All(later.GetProperty("items").EnumerateArray(), item => Assert.NotEqual("retired", item.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData("gpt-4-32k", "openai")]
    [InlineData("GPT-4-32K", "openai")]
    [InlineData("meta-llama/llama-guard-4-12b", "groq")]
    [InlineData("anthropic.claude-v2:1", "bedrock")]
    [InlineData("gpt-4o%20(version%202024-11-20)", "azure-openai")]
    public async Task A_model_is_found_by_id_and_by_other_spellings(string id, string platform)
    {
        var (response, model) = await client.GetJsonAsync($"/v1/models/{id}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(platform, model.GetProperty("lifecycles").EnumerateArray().Select(item => item.GetProperty("platform").GetString()));
    }

    [Fact]
    public async Task An_unknown_model_is_a_problem_that_names_the_nearest()
    {
        var (response, problem) = await client.GetJsonAsync("/v1/models/gpt-4-32kk");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("gpt-4-32k", problem.GetProperty("nearest").EnumerateArray().Select(item => item.GetString()));
    }

    [Theory]
    [InlineData("status=dead", "status")]
    [InlineData("retiresBefore=soon", "retiresBefore")]
    [InlineData("platform=nobody", "platform")]
    [InlineData("limit=0", "limit")]
    public async Task A_bad_filter_is_a_problem_that_names_it(string query, string field)
    {
        var (response, problem) = await client.GetJsonAsync($"/v1/models?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("The model `gpt-4-32k` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations", "gpt-4-32k", "openai")]
    [InlineData("litellm.NotFoundError: call of openai/gpt-4-32k failed: Error code: 404 - {'error': {'message': 'The model `gpt-4-32k` does not exist or you do not have access to it.', 'code': 'model_not_found'}}", "gpt-4-32k", "openai")]
    [InlineData("An error occurred (ResourceNotFoundException) when calling the InvokeModel operation: This model version has reached the end of its life. us.anthropic.claude-v2:1", "anthropic.claude-v2:1", "bedrock")]
    public async Task A_diagnosis_says_that_the_model_is_retired_and_what_replaces_it(string paste, string id, string platform)
    {
        var (_, answer) = await client.ClassifyAsync(Calls.Text(paste));

        var model = answer.GetProperty("model");
        Assert.Equal((id, platform, "retired"), (model.GetProperty("id").GetString(), model.GetProperty("platform").GetString(), model.GetProperty("status").GetString()));
        Assert.NotEqual(JsonValueKind.Null, model.GetProperty("retirement").ValueKind);
    }

    [Fact]
    public async Task Retirements_are_a_calendar()
    {
        var response = await client.GetAsync("/v1/models.ics?platform=openai", TestContext.Current.CancellationToken);
        var calendar = Ical.Net.Calendar.Load(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var (_, listed) = await client.GetJsonAsync("/v1/models?platform=openai&retiresAfter=2000-01-01&limit=1");
        var entry = calendar.Events.Single(item => item.Uid == "openai/gpt-4-0314@benchr");
        var (_, model) = await client.GetJsonAsync("/v1/models/gpt-4-0314");

        Assert.Equal("text/calendar", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.ETag);
        Assert.Equal(listed.GetProperty("total").GetInt32(), calendar.Events.Count);
        Assert.Equal(
            model.GetProperty("lifecycles").EnumerateArray().Single(life => life.GetProperty("platform").GetString() == "openai").GetProperty("retirement").GetString(),
            entry.DtStart!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(entry.IsAllDay);
    }

    [Fact]
    public async Task A_calendar_of_no_platform_is_a_problem()
    {
        var (response, _) = await client.GetJsonAsync("/v1/models.ics?platform=nobody");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }
}

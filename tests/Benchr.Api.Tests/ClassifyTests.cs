using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Benchr.Api.Tests;

public sealed class ClassifyTests(Service service) : IClassFixture<Service>
{
    private const string Paste =
        "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-or-v1**********b7c1. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}";

    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task The_diagnosis_has_every_field_of_the_contract()
    {
        var (response, json) = await client.ClassifyAsync(Calls.Text(Paste));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("diagnosed", json.GetProperty("outcome").GetString());
        var diagnosis = json.GetProperty("diagnosis");
        Assert.Equal("openai/invalid_api_key", diagnosis.GetProperty("error").GetProperty("id").GetString());
        Assert.All(["provider", "code", "title", "url"], name => Assert.NotEmpty(diagnosis.GetProperty("error").GetProperty(name).GetString()!));
        Assert.Equal("wrong-provider-key", diagnosis.GetProperty("cause").GetProperty("slug").GetString());
        Assert.All(["title", "explanation", "fix"], name => Assert.NotEmpty(diagnosis.GetProperty("cause").GetProperty(name).GetString()!));
        Assert.InRange(diagnosis.GetProperty("confidence").GetDouble(), 0.8, 1);
        Assert.Equal(("authentication", "high"), (diagnosis.GetProperty("category").GetString(), diagnosis.GetProperty("severity").GetString()));
        Assert.Equal("never", diagnosis.GetProperty("retry").GetProperty("advice").GetString());
        Assert.Equal(JsonValueKind.Null, diagnosis.GetProperty("retry").GetProperty("afterSeconds").ValueKind);
        Assert.True(diagnosis.GetProperty("checks").GetArrayLength() >= 3);
        Assert.True(diagnosis.GetProperty("faq").GetArrayLength() >= 3);
        var evidence = diagnosis.GetProperty("evidence")[0];
        Assert.Equal(
            evidence.GetProperty("text").GetString(),
            Paste[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]);
        var reading = json.GetProperty("reading");
        Assert.Equal(401, reading.GetProperty("status").GetInt32());
        Assert.All(
            ["form", "type", "code", "message", "layers", "requestId", "retryAfterSeconds", "model", "facts"],
            name => Assert.True(reading.TryGetProperty(name, out _), name));
        Assert.Equal(response.Headers.GetValues("Benchr-Catalogue").Single(), json.GetProperty("catalogue").GetString());
        Assert.Equal(JsonValueKind.Array, json.GetProperty("alternatives").ValueKind);
        Assert.Equal(JsonValueKind.Array, json.GetProperty("warnings").ValueKind);
    }

    [Fact]
    public async Task A_compressed_body_is_refused_and_not_read_as_noise()
    {
        using var content = Calls.Text(Paste);
        content.Headers.ContentEncoding.Add("gzip");

        var (response, problem) = await client.ClassifyAsync(content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("unsupported-media-type", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Json_and_plain_text_give_the_same_diagnosis()
    {
        var (_, text) = await client.ClassifyAsync(Calls.Text(Paste));
        var (_, json) = await client.ClassifyAsync(Calls.Json(JsonSerializer.Serialize(new { body = Paste })));

        Assert.Equal(text.GetRawText(), json.GetRawText());
    }

    [Fact]
    public async Task The_diagnosis_links_to_a_record_that_exists()
    {
        var (_, json) = await client.ClassifyAsync(Calls.Text(Paste));

        var (response, _) = await client.GetJsonAsync(json.GetProperty("diagnosis").GetProperty("error").GetProperty("url").GetString()!);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task What_is_told_beside_the_paste_counts()
    {
        var (_, json) = await client.ClassifyAsync(Calls.Json("""{"body":"insufficient_quota","provider":"openai","status":429,"headers":{"retry-after":"7"}}"""));
        var (_, text) = await client.ClassifyAsync(Calls.Text("insufficient_quota"), "?provider=openai&status=429");

        Assert.Equal("openai/insufficient_quota", json.GetProperty("diagnosis").GetProperty("error").GetProperty("id").GetString());
        Assert.Equal(7, json.GetProperty("reading").GetProperty("retryAfterSeconds").GetDouble());
        Assert.Equal(429, text.GetProperty("reading").GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task What_nobody_knows_is_unrecognised_and_the_status_is_explained()
    {
        var (_, json) = await client.ClassifyAsync(Calls.Text("HTTP/1.1 418 I'm a teapot\n\nshort and stout, and quite unlike anything else"));

        Assert.Equal("unrecognized", json.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("diagnosis").ValueKind);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-16")]
    [InlineData("text/plain; charset=iso-8859-1")]
    [InlineData("text/plain")]
    public async Task Declared_charsets_are_honoured(string contentType)
    {
        var type = MediaTypeHeaderValue.Parse(contentType);
        var content = new ByteArrayContent(Encoding.GetEncoding(type.CharSet ?? "utf-8").GetBytes(Paste));
        content.Headers.ContentType = type;

        Assert.Equal("diagnosed", (await client.ClassifyAsync(content)).Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Damaged_text_is_read_and_not_refused()
    {
        var bytes = (byte[])[0xFF, 0xFE - 0x40, 0x00, 0x07, .. Encoding.UTF8.GetBytes(Paste), 0xC3];
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");

        var (_, text) = await client.ClassifyAsync(content);
        var (_, json) = await client.ClassifyAsync(Calls.Json("{\"body\":\"\\ud800\\u0000" + JsonEncodedText.Encode(Paste) + "\\udc00\"}"));

        Assert.Equal("diagnosed", text.GetProperty("outcome").GetString());
        Assert.Equal("diagnosed", json.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("application/json", true, false)]
    [InlineData("application/json; charset=utf-16", false, false)]
    [InlineData("application/json; charset=iso-8859-1", false, false)]
    [InlineData("application/json", false, true)]
    [InlineData("application/json", true, true)]
    public async Task Json_is_read_in_its_charset_marked_or_not_and_damaged_or_not(string contentType, bool isMarked, bool isDamaged)
    {
        var type = MediaTypeHeaderValue.Parse(contentType);
        var encoding = Encoding.GetEncoding(type.CharSet ?? "utf-8");
        var json = $"{{\"body\":\"{JsonEncodedText.Encode(Paste)} @\"}}";
        var bytes = encoding.GetBytes(json);
        if (isDamaged)
        {
            // No byte of UTF-8; what stands around it is read all the same.
            bytes[^3] = 0xC3;
        }

        var content = new ByteArrayContent([.. isMarked ? encoding.GetPreamble() : [], .. bytes]);
        content.Headers.ContentType = type;

        Assert.Equal("diagnosed", (await client.ClassifyAsync(content)).Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_name_that_is_no_text_is_refused_and_not_a_failure()
    {
        var content = new ByteArrayContent([.. "{\"body\":\"x\",\""u8, 0xC3, 0xFF, .. "\":1}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.ClassifyAsync(content)).Response.StatusCode);
    }

    [Fact]
    public async Task A_paste_as_long_as_allowed_is_read()
    {
        var (response, _) = await client.ClassifyAsync(Calls.Text(Paste + new string('x', (256 * 1024) - Paste.Length)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}

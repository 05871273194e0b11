using Benchr.Knowledge.Reading;
using Benchr.Knowledge.Serialization;
if (args[0] == "schema")
{
    foreach (var (n, t) in SeedSchema.All()) { Directory.CreateDirectory(args[1]); File.WriteAllText(Path.Combine(args[1], n), t); }
    return 0;
}
var c = SeedReader.Read(args[1], DateOnly.FromDateTime(DateTime.UtcNow));
foreach (var p in c.Problems) { Console.WriteLine(p); }
Console.WriteLine($"{c.Providers.Count} providers, {c.Errors.Count} error records, {c.Problems.Count} problems");
return c.Problems.Count > 0 ? 1 : 0;

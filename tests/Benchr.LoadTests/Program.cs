using Benchr.LoadTests;

// Measures the service against a bare Kestrel that answers the same bytes from memory: side by side on loopback, round by round.
//   dotnet publish src/Benchr.Api -c Release -o FOLDER
//   dotnet run -c Release --project tests/Benchr.LoadTests -- FOLDER/Benchr.Api.dll [seconds a round] [rounds]
// Or how the times of answers grow with the catalogue, up to a hundred thousand records:
//   dotnet run -c Release --project tests/Benchr.LoadTests -- growth FOLDER/Benchr.Api.dll
return args switch
{
    ["twin", var port, var folder] => await Twin.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), folder),
    ["growth", var service] when File.Exists(service) => await Growth.RunAsync(service),
    [var service, .. var rest] when File.Exists(service) => await Comparison.RunAsync(service, Number(rest, 0, 4), Number(rest, 1, 5)),
    _ => Usage(),
};

static int Number(string[] rest, int index, int usual) =>
    rest.Length > index ? int.Parse(rest[index], System.Globalization.CultureInfo.InvariantCulture) : usual;

static int Usage()
{
    Console.Error.WriteLine("Benchr.LoadTests PUBLISHED/Benchr.Api.dll [seconds a round] [rounds]\nBenchr.LoadTests growth PUBLISHED/Benchr.Api.dll");
    return 2;
}

using Benchr.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Benchr.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add</c> build the context without starting the service.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<BenchrDbContext>
{
    public BenchrDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<BenchrDbContext>();
        StorageServices.UseSqlite(options, new StorageOptions { DatabasePath = "design-time.db" });
        return new BenchrDbContext(options.Options);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Benchr.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    private const string Migrations = "Benchr.Migrations.Sqlite";

    /// <summary>Adds the database and the <see cref="KnowledgeStore"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets where the database is.</param>
    public static IServiceCollection AddBenchrStorage(this IServiceCollection services, Action<StorageOptions, IServiceProvider> configure)
    {
        services.AddOptions<StorageOptions>().Configure(configure);
        services.AddDbContextFactory<BenchrDbContext>((provider, options) =>
            UseSqlite(options, provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<KnowledgeStore>();
        return services;
    }

    /// <summary>Points a context at a SQLite file.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="storage">Where the file is.</param>
    public static void UseSqlite(DbContextOptionsBuilder options, StorageOptions storage) =>
        options
            .UseSqlite(storage.ConnectionString, sqlite => sqlite.MigrationsAssembly(Migrations))
            .AddInterceptors(new SqliteSetup());
}

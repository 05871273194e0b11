using Benchr.Api.Configuration;
using Benchr.Storage;
using Microsoft.Extensions.Options;

namespace Benchr.Api.Catalogues;

/// <summary>Registers the knowledge and tells its version on every answer.</summary>
internal static class CatalogueSetup
{
    /// <summary>The response header that names the version of the knowledge that answered.</summary>
    public const string Header = "Benchr-Catalogue";

    /// <summary>Adds the database, the snapshot, and what loads it.</summary>
    public static void AddCatalogue(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddBenchrStorage((storage, services) =>
            storage.DatabasePath = services.GetRequiredService<IOptions<BenchrSettings>>().Value.Database);
        builder.Services.AddSingleton<SnapshotHolder>();
        builder.Services.AddSingleton<CatalogueStartup>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CatalogueStartup>());
    }

    /// <summary>Begins to load the knowledge; the service listens when it is loaded.</summary>
    public static void BeginCatalogue(this WebApplication app) => app.Services.GetRequiredService<CatalogueStartup>().Begin();

    /// <summary>Puts the version on every answer.</summary>
    public static void UseCatalogueHeader(this WebApplication app)
    {
        var holder = app.Services.GetRequiredService<SnapshotHolder>();
        app.Use((context, next) =>
        {
            if (holder.CurrentIfLoaded is { } snapshot)
            {
                context.Response.Headers[Header] = snapshot.Catalogue.Version;
            }

            return next(context);
        });
    }
}

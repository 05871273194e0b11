using Benchr.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Benchr.Storage;

/// <summary>The database: what is queried is a column or an index, the rest of a document is one JSON body.</summary>
/// <param name="options">Which database, on which engine.</param>
public sealed class BenchrDbContext(DbContextOptions<BenchrDbContext> options) : DbContext(options)
{
    /// <summary>Every provider.</summary>
    public DbSet<ProviderRow> Providers => Set<ProviderRow>();

    /// <summary>Every error record.</summary>
    public DbSet<ErrorRow> Errors => Set<ErrorRow>();

    /// <summary>Every lifecycle of a model.</summary>
    public DbSet<ModelRow> Models => Set<ModelRow>();

    /// <summary>Every change.</summary>
    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    /// <summary>What the database knows about itself.</summary>
    public DbSet<KnowledgeStateRow> KnowledgeStates => Set<KnowledgeStateRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no type for instants; their sortable text is what it compares right.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().HaveMaxLength(256);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ProviderRow>(row =>
        {
            row.ToTable("providers");
            row.Property(item => item.Body).HasMaxLength(-1);
        });
        modelBuilder.Entity<ErrorRow>(row =>
        {
            row.ToTable("errors");
            row.Property(item => item.Summary).HasMaxLength(512);
            row.Property(item => item.Body).HasMaxLength(-1);
            row.HasIndex(item => item.IdLower);
            row.HasIndex(item => new { item.ProviderId, item.Id });
            row.HasIndex(item => item.Category);
            row.HasIndex(item => item.Severity);
            row.HasOne<ProviderRow>().WithMany().HasForeignKey(item => item.ProviderId).OnDelete(DeleteBehavior.Restrict);
            row.HasMany(item => item.Statuses).WithOne().HasForeignKey(item => item.ErrorId).OnDelete(DeleteBehavior.Cascade);
            row.HasMany(item => item.Names).WithOne().HasForeignKey(item => item.ErrorId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ModelRow>(row =>
        {
            row.ToTable("models");
            row.Property(item => item.Body).HasMaxLength(-1);
            row.HasIndex(item => item.Retirement);
            row.HasOne<ProviderRow>().WithMany().HasForeignKey(item => item.Platform).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ErrorStatusRow>(row =>
        {
            row.ToTable("error_statuses");
            row.HasKey(item => new { item.ErrorId, item.Status });
            row.HasIndex(item => item.Status);
        });
        modelBuilder.Entity<ErrorNameRow>(row =>
        {
            row.ToTable("error_names");
            row.HasKey(item => new { item.ErrorId, item.Kind, item.NameLower });
            row.HasIndex(item => item.NameLower);
        });
        modelBuilder.Entity<RevisionRow>(row =>
        {
            row.ToTable("revisions");
            row.HasKey(item => item.Sequence);
            row.Property(item => item.Sequence).ValueGeneratedOnAdd();
            row.Property(item => item.Body).HasMaxLength(-1);
            row.HasIndex(item => new { item.Entity, item.EntityId });
            row.HasIndex(item => item.At);
        });
        modelBuilder.Entity<KnowledgeStateRow>(row =>
        {
            row.ToTable("knowledge_state");
            row.Property(item => item.Id).ValueGeneratedNever();
        });

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private sealed class UtcText() : ValueConverter<DateTimeOffset, string>(
        instant => instant.UtcDateTime.ToString("O"),
        text => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benchr.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Words are looked for by their stem; tables of short beginnings make prefixes fast.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE errors_fts USING fts5(
                    id UNINDEXED, content_hash UNINDEXED, names, title, summary, causes, questions, text,
                    tokenize = 'porter unicode61 remove_diacritics 2', prefix = '3 4');
                """);
            migrationBuilder.Sql("CREATE VIRTUAL TABLE errors_fts_words USING fts5vocab(errors_fts, row);");

            // The next start reads the seed again and so fills the table, whether or not the seed changed.
            migrationBuilder.Sql("UPDATE knowledge_state SET seed_fingerprint = '';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE errors_fts_words;");
            migrationBuilder.Sql("DROP TABLE errors_fts;");
        }
    }
}

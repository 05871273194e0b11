using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benchr.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "knowledge_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    seed_fingerprint = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    modified = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "providers",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    modified = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_providers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    entity = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    entity_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    change = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    at = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    body = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revisions", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "errors",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    id_lower = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    provider_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    retry = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    depth = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    verified = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    modified = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_errors", x => x.id);
                    table.ForeignKey(
                        name: "FK_errors_providers_provider_id",
                        column: x => x.provider_id,
                        principalTable: "providers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "error_names",
                columns: table => new
                {
                    error_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    name_lower = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_error_names", x => new { x.error_id, x.kind, x.name_lower });
                    table.ForeignKey(
                        name: "FK_error_names_errors_error_id",
                        column: x => x.error_id,
                        principalTable: "errors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "error_statuses",
                columns: table => new
                {
                    error_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_error_statuses", x => new { x.error_id, x.status });
                    table.ForeignKey(
                        name: "FK_error_statuses_errors_error_id",
                        column: x => x.error_id,
                        principalTable: "errors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_error_names_name_lower",
                table: "error_names",
                column: "name_lower");

            migrationBuilder.CreateIndex(
                name: "IX_error_statuses_status",
                table: "error_statuses",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "IX_errors_category",
                table: "errors",
                column: "category");

            migrationBuilder.CreateIndex(
                name: "IX_errors_id_lower",
                table: "errors",
                column: "id_lower");

            migrationBuilder.CreateIndex(
                name: "IX_errors_provider_id_id",
                table: "errors",
                columns: new[] { "provider_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_errors_severity",
                table: "errors",
                column: "severity");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_at",
                table: "revisions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_entity_entity_id",
                table: "revisions",
                columns: new[] { "entity", "entity_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "error_names");

            migrationBuilder.DropTable(
                name: "error_statuses");

            migrationBuilder.DropTable(
                name: "knowledge_state");

            migrationBuilder.DropTable(
                name: "revisions");

            migrationBuilder.DropTable(
                name: "errors");

            migrationBuilder.DropTable(
                name: "providers");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benchr.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Models : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "models",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    platform = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    retirement = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    modified = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_models", x => x.id);
                    table.ForeignKey(
                        name: "FK_models_providers_platform",
                        column: x => x.platform,
                        principalTable: "providers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_models_platform",
                table: "models",
                column: "platform");

            migrationBuilder.CreateIndex(
                name: "IX_models_retirement",
                table: "models",
                column: "retirement");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "models");
        }
    }
}

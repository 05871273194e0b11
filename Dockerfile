# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Benchr.Knowledge/*.csproj src/Benchr.Knowledge/
COPY src/Benchr.Diagnosis/*.csproj src/Benchr.Diagnosis/
COPY src/Benchr.Storage/*.csproj src/Benchr.Storage/
COPY src/Benchr.Api/*.csproj src/Benchr.Api/
COPY migrations/Benchr.Migrations.Sqlite/*.csproj migrations/Benchr.Migrations.Sqlite/
# Compiled ahead for the image's own processor: ready sooner, and quick from the first request on.
RUN dotnet restore src/Benchr.Api --use-current-runtime -p:PublishReadyToRun=true
COPY src src
COPY migrations migrations
COPY seed seed
RUN dotnet publish src/Benchr.Api --configuration Release --no-restore --use-current-runtime --self-contained false -p:PublishReadyToRun=true --output /app \
    && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The image's own unprivileged user owns the only folder that is written to.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
ENV BENCHR_DATABASE=/data/benchr.db \
    BENCHR_SEED=/app/seed \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["dotnet", "Benchr.Api.dll", "health"]
ENTRYPOINT ["dotnet", "Benchr.Api.dll"]

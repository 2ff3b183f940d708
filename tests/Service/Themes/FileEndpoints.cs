using Acme.Service.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Service.Themes;

public sealed record Login(string User, string Password, int Days);

internal static class FileEndpoints
{
    public static void Map(WebApplication app)
    {
        var files = app.MapGroup("/files").WithTags("Files").DisableAntiforgery();
        files.MapPost("/upload", async (IFormFile file, Received received) => received.Note("file", await TextOf(file)).Length);
        files.MapPost("/uploads", (IFormFileCollection all, [FromForm] string title) => $"{title} {all.Count}");
        files.MapPost("/login", ([FromForm] Login login, Received received) => received.Note(login).User);
        files.MapGet("/download", () => TypedResults.File(new byte[] { 0, 1, 2, 254 }, "application/octet-stream", "data.bin"))
            .Produces<byte[]>(200, "application/octet-stream");
        files.MapGet("/picture", () => TypedResults.Bytes(new byte[] { 137, 80, 78, 71 }, "image/png"));
        files.MapGet("/reports/{year:int}", Report).Produces<FileContentResult>(contentType: "application/pdf");
        files.MapGet("/broken/{year:int}", Report).Produces<FileContentResult>(contentType: "application/pdf");
        files.MapGet("/rows", Rows).Produces<Stream>(contentType: "text/csv");
        files.MapGet("/broken/rows", Rows).Produces<Stream>(contentType: "text/csv");
        app.MapGet("/compressed/rows", Rows).Produces<Stream>(contentType: "text/csv").WithTags("Files");
        files.MapGet("/latest", () => TypedResults.Redirect("/files/reports/2026")).Produces(StatusCodes.Status302Found);
        files.MapPost("/raw", async (Stream body, Received received) =>
        {
            using var copy = new MemoryStream();
            await body.CopyToAsync(copy);
            return received.Note("raw", copy.ToArray()).Length;
        }).Accepts<Stream>("application/octet-stream");
    }

    private static FileContentHttpResult Report(int year) =>
        TypedResults.File(SampleFiles.ReportOf(year), "application/pdf", $"Übersicht {year}.pdf", enableRangeProcessing: true, entityTag: new($"\"{year}\""));

    private static PhysicalFileHttpResult Rows() => TypedResults.PhysicalFile(SampleFiles.RowPath, "text/csv", "rows.csv", enableRangeProcessing: true);

    private static async Task<string> TextOf(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }
}

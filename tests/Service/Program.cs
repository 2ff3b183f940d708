using Acme.Service.Hosting;

// Writes the service's documents into a folder.
await using var service = await AcmeService.StartAsync();
foreach (var name in Documents.Paths.Keys)
    await File.WriteAllTextAsync(Path.Combine(args[0], name), await service.ReadDocumentAsync(name));

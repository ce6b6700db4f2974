// The container 'migrate' of score.yaml runs the same image with this argument, and ends before the application starts.
if (args.Contains("--migrate"))
{
    Console.WriteLine($"There is nothing to migrate: {string.Join(' ', args)}");
    return;
}

WebApplication app = WebApplication.CreateBuilder(args).Build();

app.MapGet("/", (IConfiguration configuration) => $"Hello {configuration["Greeting:Name"] ?? "world"}!");
app.MapGet("/healthz", () => Results.Ok());
app.MapGet("/ready", (IConfiguration configuration) =>
    configuration.GetConnectionString("Db") is null ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Ok());

app.Run();

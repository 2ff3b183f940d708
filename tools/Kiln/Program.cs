using Kiln.Generator;
using Kiln.Generator.Pipeline;
using Kiln.Tool;

if (args is ["check" or "generate" or "build" or "drift" or "diff", ..])
    EarlyCompilation.Start();

return await KilnCommand.RunAsync(args, KilnConsole.OfProcess(), SdkPipeline.GenerateFrom);

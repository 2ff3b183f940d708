using Kiln.Generator;
using Kiln.Tool;

return await KilnCommand.RunAsync(args, KilnConsole.OfProcess(), SdkPipeline.GenerateFrom);

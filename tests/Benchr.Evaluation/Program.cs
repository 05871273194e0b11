using Benchr.Evaluation;

return await EvaluationCommand.RunAsync(args);

package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandLineParser;
import io.beamscribe.pipelines.cli.Request;
import io.beamscribe.pipelines.commands.DiarizeCommand;
import io.beamscribe.pipelines.commands.ModelsCommand;
import io.beamscribe.pipelines.commands.RenderCommand;
import io.beamscribe.pipelines.commands.TranscribeCommand;
import io.beamscribe.pipelines.commands.VoicesCommand;
import io.beamscribe.pipelines.commands.WatchCommand;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.LogFormat;
import io.beamscribe.pipelines.console.LogLines;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The program: {@code beamscribe COMMAND --flag=value ...}. */
public final class Main {
  private static final String PROGRAM = "beamscribe";

  private Main() {}

  public static void main(String[] args) {
    LogFormat.use(args);
    Console console = console();
    int code = run(console, args);
    console.out().flush();
    console.err().flush();
    System.exit(code);
  }

  /** That of this process. */
  static Console console() {
    PrintStream out = utf8(FileDescriptor.out);
    if (LogFormat.current() == LogFormat.JSON) {
      return new Console(out, LogLines.stream(), false);
    }
    return new Console(
        out,
        utf8(FileDescriptor.err),
        Boolean.getBoolean("beamscribe.terminal") || System.console() != null);
  }

  /** Does what a command line asks for, and returns the exit code of design. Ends no process. */
  public static int run(Console console, String... args) {
    CommandLineParser parser = new CommandLineParser(PROGRAM, version(), commands());
    try {
      Request request = parser.parse(args);
      if (request instanceof Request.Show show) {
        console.out().print(show.text());
        return ExitCode.DONE;
      }
      Request.Run run = (Request.Run) request;
      return run.command().run(run.options(), run.operands(), console);
    } catch (UsageException e) {
      say(console, e.getMessage());
      console.err().println("Try: " + help(parser, args));
      return ExitCode.USAGE;
    } catch (JobException e) {
      return failed(console, e.getMessage(), e, args);
    } catch (RuntimeException | Error e) {
      return failed(console, "Beamscribe failed where it should not: " + e, e, args);
    }
  }

  private static int failed(Console console, String sentence, Throwable cause, String... args) {
    say(console, sentence);
    if (debug(args)) {
      LoggerFactory.getLogger(Main.class).error("The job failed", cause);
    }
    return ExitCode.JOB_FAILED;
  }

  /** Why there is no result; in a log it is no line like others. */
  private static void say(Console console, String sentence) {
    if (LogFormat.current() == LogFormat.JSON) {
      LoggerFactory.getLogger(Main.class).error(sentence);
    } else {
      console.err().println(sentence);
    }
  }

  private static List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    commands.add(new TranscribeCommand());
    commands.add(new WatchCommand());
    commands.add(new RenderCommand());
    commands.add(new DiarizeCommand());
    commands.addAll(List.of(VoicesCommand.values()));
    commands.addAll(List.of(ModelsCommand.values()));
    return commands;
  }

  /** Help of the command that the line begins with, as far as there is one. */
  private static String help(CommandLineParser parser, String... args) {
    StringBuilder known = new StringBuilder();
    for (String arg : args) {
      String longer = known + arg;
      if (parser.names().stream().noneMatch(name -> (name + " ").startsWith(longer + " "))) {
        break;
      }
      known.append(arg).append(' ');
    }
    return PROGRAM + " " + known + "--help";
  }

  private static boolean debug(String... args) {
    return "1".equals(System.getenv("BEAMSCRIBE_DEBUG"))
        || Arrays.stream(args).anyMatch(arg -> arg.matches("--debug(=true)?"));
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "of a development build" : version;
  }

  /** Names of files are UTF-8 in what is printed, whatever the machine's locale. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}

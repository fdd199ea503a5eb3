import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

/**
 * Runs the steps of many records through JavaRosa in one process: Batch FOLDER, which holds
 * NNN.form (the path of an XForm) and NNN.steps, and gets NNN.javarosa.
 */
class Batch {
  public static void main(String[] arguments) throws Exception {
    File[] all = new File(arguments[0]).listFiles((folder, name) -> name.endsWith(".steps"));
    Arrays.sort(all);
    for (File steps : all) {
      String base = steps.getPath().substring(0, steps.getPath().length() - ".steps".length());
      try (PrintStream out = new PrintStream(base + ".javarosa", "UTF-8")) {
        run(Files.readString(Path.of(base + ".form")).trim(), Files.readAllLines(steps.toPath()), out);
      }
    }
  }

  static void run(String form, List<String> steps, PrintStream out) throws Exception {
    Oracle.out = out;
    Oracle.controls.clear();
    Oracle.register(form);
    try {
      Oracle.parse(form);
      Oracle.init();
    } catch (Throwable problem) {
      out.println("error\tload\t" + problem);
      return;
    }
    for (String line : steps) {
      if (line.isEmpty()) continue;
      String[] fields = line.split("\t", -1);
      try {
        Oracle.step(fields);
      } catch (Throwable problem) {
        out.println("error\t" + problem.getClass().getSimpleName() + "\t" + problem.getMessage());
      }
    }
  }
}

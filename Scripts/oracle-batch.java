import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.javarosa.core.model.FormIndex;
import org.javarosa.form.api.*;

/**
 * Runs the steps of many records through JavaRosa in one process: Batch FOLDER [asking]. The folder
 * holds NNN.form (the path of an XForm) and NNN.steps, and gets NNN.javarosa.
 *
 * JavaRosa clears an answer that is not offered any more when it is asked for the choices. With
 * "asking" it is asked after every change for those of every question that can be seen, as by a
 * person who pages through the whole form each time.
 */
class Batch {
  public static void main(String[] arguments) throws Exception {
    boolean asking = arguments.length > 1 && arguments[1].equals("asking");
    File[] all = new File(arguments[0]).listFiles((folder, name) -> name.endsWith(".steps"));
    Arrays.sort(all);
    for (File steps : all) {
      String base = steps.getPath().substring(0, steps.getPath().length() - ".steps".length());
      try (PrintStream out = new PrintStream(base + ".javarosa", "UTF-8")) {
        run(Files.readString(Path.of(base + ".form")).trim(), Files.readAllLines(steps.toPath()), asking, out);
      }
    }
  }

  static void run(String form, List<String> steps, boolean asking, PrintStream out) throws Exception {
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
        if (asking && !fields[0].equals("dump") && !fields[0].equals("validate")) askForChoices();
      } catch (Throwable problem) {
        out.println("error\t" + problem.getClass().getSimpleName() + "\t" + problem.getMessage());
      }
    }
  }

  private static void askForChoices() {
    FormIndex index = FormIndex.createBeginningOfFormIndex();
    for (index = Oracle.model.incrementIndex(index); index.isInForm(); index = Oracle.model.incrementIndex(index)) {
      if (Oracle.model.getEvent(index) != FormEntryController.EVENT_QUESTION) continue;
      FormEntryPrompt prompt = Oracle.model.getQuestionPrompt(index);
      if (prompt.getQuestion().getDynamicChoices() != null) prompt.getSelectChoices();
    }
  }
}

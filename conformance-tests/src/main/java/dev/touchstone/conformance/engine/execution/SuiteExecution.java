package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.descriptor.CaseDescriptor;
import dev.touchstone.conformance.engine.descriptor.FaultDescriptor;
import dev.touchstone.conformance.engine.descriptor.RootDescriptor;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.verdict.Verdict;
import dev.touchstone.reports.ReportWriter;
import dev.touchstone.reports.model.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;

/**
 * Runs a tree: hands all cases to the workers, then walks the tree once and tells the listener of
 * each case when its turn has come.
 */
public final class SuiteExecution {
  /** The corpus of a tree in which there is no case. */
  private static final Corpus NOTHING =
      new Corpus("", new Language(Map.of(), Map.of(), List.of()), Map.of(), List.of());

  private final RootDescriptor root;
  private final EngineExecutionListener listener;
  private final Workshop workshop;
  private final Consumer<RunReport> audience;

  /** A run of that tree. */
  public SuiteExecution(
      RootDescriptor root,
      EngineExecutionListener listener,
      Workshop workshop,
      Consumer<RunReport> audience) {
    this.root = root;
    this.listener = listener;
    this.workshop = workshop;
    this.audience = audience;
  }

  /** Runs it to its end; everything that happens is told to the listener. */
  public void run() {
    listener.executionStarted(root);
    listener.executionFinished(root, runTree());
  }

  private TestExecutionResult runTree() {
    Corpus corpus = root.corpus().map(LocatedCorpus::corpus).orElse(NOTHING);
    List<CaseDescriptor> leaves = leaves();
    try (Ledger ledger = Ledger.open(root.settings(), cases(leaves));
        Laboratory laboratory =
            new Laboratory(workshop, corpus.language(), root.settings().jobs(), ledger)) {
      laboratory.checkKnown();
      for (CaseDescriptor leaf : root.settings().order().arrange(leaves)) {
        laboratory.queue(leaf.subject(), leaf.testCase());
      }
      Walk walk = new Walk(laboratory, corpus);
      for (TestDescriptor child : root.getChildren()) {
        walk.visit(child);
      }
      walk.publish();
      ledger.remove();
      return TestExecutionResult.successful();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return TestExecutionResult.aborted(stopped);
    } catch (IOException unwritten) {
      return TestExecutionResult.failed(unwritten);
    }
  }

  private List<CaseDescriptor> leaves() {
    List<CaseDescriptor> leaves = new ArrayList<>();
    root.accept(
        node -> {
          if (node instanceof CaseDescriptor leaf) {
            leaves.add(leaf);
          }
        });
    return leaves;
  }

  private static List<TestCase> cases(List<CaseDescriptor> leaves) {
    return leaves.stream().map(CaseDescriptor::testCase).toList();
  }

  /** The one thread that talks to the listener. */
  private final class Walk {
    private final Laboratory laboratory;
    private final Corpus corpus;
    private final RunLog log;

    Walk(Laboratory laboratory, Corpus corpus) {
      this.laboratory = laboratory;
      this.corpus = corpus;
      this.log = new RunLog(root.settings());
    }

    void visit(TestDescriptor node) throws InterruptedException {
      switch (node) {
        case CaseDescriptor leaf -> tell(leaf, result(leaf));
        case FaultDescriptor fault -> {
          listener.executionStarted(fault);
          listener.executionFinished(
              fault, TestExecutionResult.failed(new AssertionFailedError(fault.message())));
        }
        default -> {
          listener.executionStarted(node);
          for (TestDescriptor child : node.getChildren()) {
            visit(child);
          }
          listener.executionFinished(node, TestExecutionResult.successful());
        }
      }
    }

    private CaseResult result(CaseDescriptor leaf) throws InterruptedException {
      try {
        return laboratory.result(leaf.subject(), leaf.testCase()).get();
      } catch (ExecutionException fault) {
        return CaseResult.broken(leaf.testCase(), "fault of the runner: " + fault, fault);
      }
    }

    private void tell(CaseDescriptor leaf, CaseResult result) {
      log.add(leaf.subject(), result);
      if (result.judgement().verdict() == Verdict.UNSUPPORTED) {
        listener.executionSkipped(leaf, "unsupported: " + result.judgement().reason());
        return;
      }
      listener.executionStarted(leaf);
      listener.executionFinished(
          leaf,
          result.acceptable()
              ? TestExecutionResult.successful()
              : TestExecutionResult.failed(
                  CaseFailure.of(result, FailureText.of(result, corpus.clauses(), rerun(leaf)))));
    }

    private String rerun(CaseDescriptor leaf) {
      return Rerun.command(root.settings().corpora(), leaf.subject(), leaf.testCase().id());
    }

    void publish() throws IOException {
      if (log.isEmpty()) {
        return;
      }
      RunReport report = log.report(corpus, laboratory::profile);
      audience.accept(report);
      if (root.settings().report().isPresent()) {
        Path directory = root.settings().report().get();
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
          throw new IOException(directory + " is no directory");
        }
        Files.createDirectories(directory);
        ReportWriter.writeAll(report, directory);
      }
    }
  }
}

package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.rest.nodes.NodesNodePath;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations that start a task only if there is something to do. */
@Tag("P02")
@ParameterizedClass
@EnumSource(OptionalTaskTest.Start.class)
class OptionalTaskTest {
  private final Start start;
  private final TestServer server = new TestServer();
  private final ProxmoxClient pve = server.client();

  OptionalTaskTest(Start start) {
    this.start = start;
  }

  @AfterEach
  void close() {
    pve.close();
    server.close();
  }

  /** An operation that may start a task. */
  enum Start {
    BACKUP {
      @Override
      @Nullable Task on(NodesNodePath node) {
        return node.vzdump().post(backup -> backup.pool("empty"));
      }
    },
    BACKUP_ASYNC {
      @Override
      @Nullable Task on(NodesNodePath node) {
        return CallStyle.valueOf(node.vzdump().postAsync(backup -> backup.pool("empty")));
      }
    },
    CONFIGURATION {
      @Override
      @Nullable Task on(NodesNodePath node) {
        return node.qemu(100).config().post(config -> config.cores(2));
      }
    },
    DELETION_OF_A_VOLUME {
      @Override
      @Nullable Task on(NodesNodePath node) {
        return node.storage("local").content("local:iso/a.iso").delete();
      }
    };

    abstract @Nullable Task on(NodesNodePath node);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"OK\""})
  void nothingToDoIsNoTask(String data) {
    server.answersData(data);
    assertThat(start.on(pve.api().nodes("pve"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"done\"", "\"ok\"", "\"\"", "1", "{}"})
  void anyOtherAnswerIsMalformed(String data) {
    server.answersData(data);
    assertThatThrownBy(() -> start.on(pve.api().nodes("pve")))
        .isInstanceOf(MalformedResponseException.class);
  }
}

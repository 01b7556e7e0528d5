package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of the cluster's guests lags behind the creation of a guest. */
@Tag("P10")
class NewGuestTest {
  private static final String RESOURCES =
      "[{\"type\":\"qemu\",\"vmid\":100,\"node\":\"pve1\",\"id\":\"qemu/100\"},"
          + "{\"type\":\"lxc\",\"vmid\":200,\"node\":\"pve1\",\"id\":\"lxc/200\"}]";
  private static final int LAG = 2;

  private final TestServer server = new TestServer();
  private final ProxmoxClient pve = server.client();
  private final AtomicInteger lists = new AtomicInteger();

  @AfterEach
  void close() {
    pve.close();
    server.close();
  }

  /** What a program does with a guest that it has just created. */
  enum FirstUse {
    NODE {
      @Override
      Object of(ProxmoxClient pve) {
        return pve.vm(100).node();
      }
    },
    PATH {
      @Override
      Object of(ProxmoxClient pve) {
        return pve.vm(100).path();
      }
    },
    CONFIGURATION {
      @Override
      Object of(ProxmoxClient pve) {
        return pve.vm(100).config();
      }
    },
    SUMMARY {
      @Override
      Object of(ProxmoxClient pve) {
        return pve.vm(100).summary();
      }
    },
    START {
      @Override
      Object of(ProxmoxClient pve) {
        return pve.vm(100).start();
      }
    },
    START_ASYNC {
      @Override
      Object of(ProxmoxClient pve) {
        return CallStyle.valueOf(pve.vm(100).startAsync());
      }
    },
    CONTAINER_NODE {
      @Override
      Object of(ProxmoxClient pve) {
        return pve.container(200).node();
      }
    },
    CONTAINER_CONFIGURATION_ASYNC {
      @Override
      Object of(ProxmoxClient pve) {
        return CallStyle.valueOf(pve.container(200).configAsync());
      }
    },
    GUEST_BY_ID {
      @Override
      Object of(ProxmoxClient pve) {
        return pve.guests().get(VmId.of(200));
      }
    };

    abstract Object of(ProxmoxClient pve);
  }

  @ParameterizedTest
  @EnumSource(FirstUse.class)
  void itIsFoundWhenTheListHasCaughtUp(FirstUse use) {
    server.mock.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getTarget().contains("/cluster/resources")) {
              return data(lists.incrementAndGet() <= LAG ? "[]" : RESOURCES);
            }
            return data(
                request.getMethod().equals("POST")
                    ? "\"UPID:pve1:00003D71:0005BFC7:6B02519F:qmstart:100:root@pam:\""
                    : "{\"digest\":\"0\"}");
          }
        });
    assertThat(use.of(pve)).isNotNull();
    assertThat(lists).hasValue(LAG + 1);
    assertThat(server.pauses).hasSize(LAG);
  }

  private static MockResponse data(String json) {
    return TestServer.json("{\"data\":" + json + "}");
  }
}

package io.github.proxmoxmpc.api.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Creates sockets that send at once and close in time. With the platform's defaults, a request
 * waits for the delayed acknowledgement of the other side: about 40 ms per call, measured over TLS
 * on loopback.
 */
final class PromptSockets extends SocketFactory {
  // SSLSocket.close() waits for a writer that is under way, to send its close_notify afterwards. If
  // the other side has stopped reading, OkHttp's time-out thread would wait forever in close(), and
  // with it every other time-out of the program. The linger of the socket limits that wait.
  private static final int LINGER_SECONDS = 1;

  private final SocketFactory sockets = SocketFactory.getDefault();

  private static Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoLinger(true, LINGER_SECONDS);
    return socket;
  }

  @Override
  public Socket createSocket() throws IOException {
    return prompt(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return prompt(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return prompt(sockets.createSocket(host, port, localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return prompt(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return prompt(sockets.createSocket(host, port, localHost, localPort));
  }
}

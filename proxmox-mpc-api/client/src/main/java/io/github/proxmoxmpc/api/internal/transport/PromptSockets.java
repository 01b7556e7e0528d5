package io.github.proxmoxmpc.api.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that send at once, and can be closed. With the platform's own, a request waits for the
 * other side's delayed acknowledgement: some 40 ms for each call, measured over TLS on loopback.
 */
final class PromptSockets extends SocketFactory {
  // The JDK's SSLSocket waits in close() for whoever writes, to send its farewell after that; where
  // the other side reads no more, the time-out that closes it waits forever, and with it every
  // other time-out of the program. How long it waits is the linger of the socket below.
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

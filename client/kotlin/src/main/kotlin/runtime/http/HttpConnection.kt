/** A connection to a server, plain or TLS. */
package portico.runtime.http

import java.io.BufferedInputStream
import java.io.BufferedOutputStream
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.Socket
import java.net.SocketTimeoutException
import java.net.URI
import javax.net.ssl.SSLSocket
import javax.net.ssl.SSLSocketFactory

/** Where connections lead. */
internal data class Origin(val isSecure: Boolean, val host: String, val port: Int) {
    constructor(uri: URI) : this(
        uri.scheme == "https",
        requireNotNull(uri.host) { "No host in $uri" }.removeSurrounding("[", "]"),
        if (uri.port > 0) uri.port else if (uri.scheme == "https") 443 else 80,
    )
}

internal class HttpConnection(private val origin: Origin) {
    /** The socket below TLS: closing it waits for nothing. */
    @Volatile private var raw = Socket()
    @Volatile private var isAborted = false
    private lateinit var socket: Socket
    lateinit var input: InputStream
        private set
    lateinit var output: OutputStream
        private set

    val isOpen: Boolean get() = ::socket.isInitialized

    fun connect(timeoutMillis: Int, factory: SSLSocketFactory?) {
        connectRaw(timeoutMillis)
        raw.tcpNoDelay = true
        raw.soTimeout = timeoutMillis
        socket = if (origin.isSecure) secure(factory ?: SSLSocketFactory.getDefault() as SSLSocketFactory) else raw
        input = BufferedInputStream(socket.getInputStream(), BUFFER_BYTES)
        output = BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES)
    }

    /** A name may have several addresses, not all of which need answer. */
    private fun connectRaw(timeoutMillis: Int) {
        var failure: IOException? = null
        for (address in InetAddress.getAllByName(origin.host)) {
            if (isAborted) break
            try {
                return raw.connect(InetSocketAddress(address, origin.port), timeoutMillis)
            } catch (exception: IOException) {
                failure = exception
                raw.close()
                raw = Socket()
            }
        }
        raw.close()
        throw failure ?: IOException("The call was cancelled")
    }

    private fun secure(factory: SSLSocketFactory): Socket {
        val secured = factory.createSocket(raw, origin.host, origin.port, true) as SSLSocket
        secured.sslParameters = secured.sslParameters.apply { endpointIdentificationAlgorithm = "HTTPS" }
        secured.startHandshake()
        return secured
    }

    fun setIdleTimeout(millis: Int) {
        socket.soTimeout = millis
    }

    /** Whether the server still listens, as far as one can know without asking. */
    fun isAlive(): Boolean = try {
        socket.soTimeout = 1
        input.read()
        // It ended the connection, or says something that nobody asked for.
        false
    } catch (_: SocketTimeoutException) {
        true
    } catch (_: IOException) {
        false
    }

    /** From any thread, in any state. */
    fun abort() {
        isAborted = true
        try {
            raw.close()
        } catch (_: IOException) {
            // There is nothing left to close.
        }
    }

    private companion object {
        const val BUFFER_BYTES = 16 * 1024
    }
}

<?php
/**
 * A small HTTP client over plain sockets.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Sends exactly the bytes it is told to: no library corrects a path, merges two headers or follows a redirect. A request
 * can come from any address of 127.0.0.0/8, so that a test can be several clients.
 */
final class Http {

	private const SECONDS = 30;

	/**
	 * Sends one request.
	 *
	 * @param string          $url     Scheme, host, port and the target as it is to stand in the request line.
	 * @param string          $method  The method.
	 * @param array           $headers Name → value, or name → list of values for a header that comes several times.
	 * @param string|null     $body    The body; null: none, and no Content-Length.
	 * @param string          $from    The client's address.
	 */
	public static function send( string $url, string $method = 'GET', array $headers = array(), ?string $body = null, string $from = '127.0.0.1' ): Answer {
		return self::together( array( func_get_args() ) )[0];
	}

	/**
	 * Sends several requests at the same time and waits for all answers.
	 *
	 * @param array[] $requests Arguments of send().
	 * @return Answer[] With the keys of the requests.
	 */
	public static function together( array $requests ): array {
		$open    = array();
		$bytes   = array();
		$waiting = array();
		foreach ( $requests as $key => $request ) {
			list( $url, $method, $headers, $body, $from ) = $request + array( 1 => 'GET', array(), null, '127.0.0.1' );
			preg_match( '#^http://([^/?]+)(.*)$#s', $url, $part );
			$open[ $key ]    = self::connect( $part[1], $from );
			$waiting[ $key ] = self::message( $part[1], $part[2], $method, $headers, $body );
			$bytes[ $key ]   = '';
		}
		$until = microtime( true ) + self::SECONDS;
		while ( $open ) {
			$read   = $open;
			$write  = array_intersect_key( $open, array_filter( $waiting, 'strlen' ) );
			$except = null;
			if ( microtime( true ) > $until || ! stream_select( $read, $write, $except, self::SECONDS ) ) {
				break;
			}
			foreach ( $write as $key => $socket ) {
				$written         = @fwrite( $socket, $waiting[ $key ] ); // The server may have closed already; its answer counts.
				$waiting[ $key ] = $written ? substr( $waiting[ $key ], $written ) : '';
			}
			foreach ( $read as $key => $socket ) {
				$chunk          = @fread( $socket, 65536 );
				$bytes[ $key ] .= $chunk;
				if ( ( '' === $chunk || false === $chunk ) && feof( $socket ) ) {
					fclose( $socket );
					unset( $open[ $key ] );
				}
			}
		}
		return array_map(
			static function ( string $answer ): Answer {
				return new Answer( $answer );
			},
			$bytes
		);
	}

	/**
	 * Opens a connection.
	 *
	 * @param string $host Host and port.
	 * @param string $from The client's address.
	 * @return resource
	 */
	private static function connect( string $host, string $from ) {
		$context = stream_context_create( array( 'socket' => array( 'bindto' => "$from:0" ) ) );
		$socket  = stream_socket_client( "tcp://$host", $number, $message, self::SECONDS, STREAM_CLIENT_CONNECT, $context );
		if ( ! $socket ) {
			throw new \RuntimeException( "Cannot connect to $host: $message" );
		}
		stream_set_blocking( $socket, false );
		return $socket;
	}

	/**
	 * Writes a request down.
	 *
	 * @param string      $host    Host and port.
	 * @param string      $target  The target; '' is '/'.
	 * @param string      $method  The method.
	 * @param array       $headers Name → value or values.
	 * @param string|null $body    The body.
	 */
	private static function message( string $host, string $target, string $method, array $headers, ?string $body ): string {
		$target   = '' === $target || '/' !== $target[0] ? "/$target" : $target;
		$headers += array(
			'Host'       => $host,
			'Accept'     => 'application/json',
			'Connection' => 'close',
		);
		if ( null !== $body ) {
			$headers += array( 'Content-Length' => (string) strlen( $body ) );
		}
		$lines = array( "$method $target HTTP/1.1" );
		foreach ( $headers as $name => $values ) {
			foreach ( (array) $values as $value ) {
				$lines[] = "$name: $value";
			}
		}
		return implode( "\r\n", $lines ) . "\r\n\r\n" . $body;
	}
}

<?php
/**
 * What a server answered.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Status, headers and body as they came over the wire.
 */
final class Answer {

	/** @var int 0 where the connection ended without an answer. */
	public $status = 0;

	/** @var array<string, string[]> Names in lower case. */
	public $headers = array();

	/** @var string */
	public $body = '';

	/**
	 * Takes an answer apart.
	 *
	 * @param string $bytes All that came until the server closed the connection.
	 */
	public function __construct( string $bytes ) {
		list( $head, $this->body ) = explode( "\r\n\r\n", $bytes, 2 ) + array( 1 => '' );
		$lines                     = explode( "\r\n", $head );
		if ( preg_match( '#^HTTP/1\.[01] (\d{3})#', array_shift( $lines ), $match ) ) {
			$this->status = (int) $match[1];
		}
		foreach ( $lines as $line ) {
			list( $name, $value )                   = explode( ':', $line, 2 ) + array( 1 => '' );
			$this->headers[ strtolower( $name ) ][] = trim( $value );
		}
	}

	/**
	 * A header's value; several are joined with a comma, none is ''.
	 *
	 * @param string $name Its name.
	 */
	public function header( string $name ): string {
		return implode( ', ', $this->headers[ strtolower( $name ) ] ?? array() );
	}

	/**
	 * The body as JSON, null where it is none.
	 *
	 * @return mixed
	 */
	public function json() {
		return json_decode( $this->body, true );
	}

	/**
	 * The error code, '' where there is none.
	 */
	public function code(): string {
		$json = $this->json();
		return is_array( $json ) && is_string( $json['code'] ?? null ) ? $json['code'] : '';
	}

	/**
	 * The token of a login's answer, '' where there is none.
	 */
	public function token(): string {
		$json = $this->json();
		return is_array( $json ) && is_string( $json['token'] ?? null ) ? $json['token'] : '';
	}

	/**
	 * Tells whether anything in the answer looks like a JSON Web Token that the client did not have before.
	 *
	 * @param string $sent What the client had sent; a redirect repeats it.
	 */
	public function has_a_token( string $sent = '' ): bool {
		preg_match_all( '/eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/', $this->body . "\n" . print_r( $this->headers, true ), $tokens );
		foreach ( $tokens[0] as $token ) {
			if ( false === strpos( $sent, $token ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * For messages of assertions.
	 */
	public function __toString(): string {
		return "$this->status " . substr( preg_replace( '/\s+/', ' ', $this->body ), 0, 300 );
	}
}

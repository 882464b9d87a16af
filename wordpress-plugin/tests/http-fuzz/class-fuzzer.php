<?php
/**
 * Requests that nobody would send in good faith.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * Makes one request after the other from a seed; the same seed makes the same requests.
 */
final class Fuzzer {

	/** @var string */
	private $key;

	/** @var string[] */
	private $tokens;

	/** @var array */
	private $account;

	/**
	 * Takes what the requests are made of.
	 *
	 * @param int      $seed    The seed.
	 * @param string   $key     The right key.
	 * @param string[] $tokens  Tokens, good and bad.
	 * @param array    $account An account with its right password.
	 */
	public function __construct( int $seed, string $key, array $tokens, array $account ) {
		mt_srand( $seed );
		$this->key     = $key;
		$this->tokens  = $tokens;
		$this->account = $account;
	}

	/**
	 * The next request.
	 *
	 * @param string $url The site.
	 * @return array{0: array, 1: bool} The arguments of Http::send(), and whether the right key is in its header.
	 */
	public function next( string $url ): array {
		$headers  = array();
		$with_key = $this->chance( 15 );
		$key      = $with_key ? $this->key : $this->wrong_key();
		if ( null !== $key ) {
			$headers[ $this->one( array( 'X-API-KEY', 'x-api-key', 'X-Api-Key' ) ) ] = $key;
		}
		if ( $this->chance( 50 ) ) {
			$headers['Authorization'] = $this->one( array( 'Bearer ', 'Bearer ', 'Bearer ', 'bearer ', 'Basic ', '', "Bearer\t" ) ) . $this->mutate( $this->one( $this->tokens ), 40 );
		}
		if ( $this->chance( 15 ) ) {
			$headers[ $this->one( array( 'X-HTTP-Method-Override', 'X-Forwarded-For', 'Origin', 'Cookie', 'X-WP-Nonce', 'X-Requested-With', 'Accept-Language', 'X-Forwarded-Proto', 'Forwarded' ) ) ] = $this->one( array( 'POST', 'PUT', '10.0.0.1', 'https://evil.example', 'null', 'x=1; wordpress_logged_in_x=y', str_repeat( 'a', 3000 ), "\xff\xfe", '::1', '[', '<b>' ) );
		}
		$method = $this->one( array( 'POST', 'POST', 'POST', 'POST', 'POST', 'GET', 'GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD' ) );
		$body   = null;
		if ( 'GET' !== $method && 'HEAD' !== $method ) {
			list( $type, $body ) = $this->body();
			if ( '' !== $type ) {
				$headers['Content-Type'] = $type;
			}
		}
		$from = sprintf( '127.%d.%d.%d', mt_rand( 1, 250 ), mt_rand( 1, 250 ), mt_rand( 1, 250 ) );
		return array( array( $url . $this->target(), $method, $headers, $body, $from ), $with_key );
	}

	private function target(): string {
		$route = $this->one( array( '/jwt-auth/v1/token', '/jwt-auth/v1/token', '/jwt-auth/v1/token/validate', '/jwt-auth/v1/token/validate', '/authgate/v1/logout', '/authgate/v1/status', '/authgate/v1/probe', '/authgate/v1', '/jwt-auth/v1', '/wp/v2/users/me', '/wp/v2/posts', '/batch/v1', '/', '/jwt-auth/v1/token/refresh' ) );
		if ( $this->chance( 20 ) ) {
			$route = $this->one( array( strtoupper( $route ), ucwords( $route, '/' ), str_replace( '-', '%2D', $route ), str_replace( '/', '//', $route ), $route . '/', $route . '%0A', $route . '%00', str_replace( 't', '%74', $route ), $route . '%ff' ) );
		}
		$target = $this->one( array( "/wp-json$route?", "/wp-json$route?", "/?rest_route=$route&", "/index.php/wp-json$route?", "/?rest_route[]=$route&", "/page/?rest_route=$route&", "/index.php?rest_route=$route&" ) );
		for ( $more = mt_rand( 0, 3 ) * (int) $this->chance( 40 ); $more > 0; $more-- ) {
			$target .= $this->one( array( '_method', '_envelope', '_jsonp', '_fields', '_embed', 'username', 'password', 'context', 'rest_route', 'X-API-KEY', 'proof', 'per_page', 'JWT', '_wpnonce', '_locale' ) )
				. $this->one( array( '=', '=', '[]=', '[a][b]=', '' ) )
				. rawurlencode( $this->text() ) . '&';
		}
		return rtrim( $target, '?&' );
	}

	/**
	 * A body and its type.
	 *
	 * @return array{string, string}
	 */
	private function body(): array {
		$right  = $this->chance( 20 );
		$fields = array(
			'username' => $right ? $this->account['name'] : $this->value(),
			'password' => $right ? $this->account['password'] : $this->value(),
		);
		if ( $this->chance( 30 ) ) {
			$fields[ $this->one( array( 'X-API-KEY', 'rest_route', '_method', 'token', 'username', 'requests', 'validation', "\0", '__proto__', 'rememberme' ) ) ] = $this->value();
		}
		if ( $this->chance( 10 ) ) {
			unset( $fields[ $this->one( array( 'username', 'password' ) ) ] );
		}
		switch ( mt_rand( 0, 5 ) ) {
			case 0:
				$body = array( 'application/x-www-form-urlencoded', http_build_query( $fields ) );
				break;
			case 1:
				$body = array( 'multipart/form-data; boundary=x', "--x\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\n" . $this->text() . "\r\n--x--\r\n" );
				break;
			case 2:
				$body = array( $this->one( array( '', 'text/plain', 'text/xml', 'application/json; charset=utf-16', 'application/x-www-form-urlencoded; charset=latin1' ) ), $this->text() );
				break;
			case 3:
				$request = array( 'method' => 'POST', 'path' => '/jwt-auth/v1/token', 'headers' => array( 'X-API-KEY' => $this->key ), 'body' => $fields );
				$body    = array( 'application/json', (string) json_encode( array( 'requests' => array( $request ) ), JSON_INVALID_UTF8_SUBSTITUTE ) );
				break;
			default:
				$body = array( 'application/json', (string) json_encode( $fields, JSON_INVALID_UTF8_SUBSTITUTE ) );
		}
		$body[1] = $this->mutate( $body[1], 15 );
		return $body;
	}

	/**
	 * Some value, also one that is no text.
	 *
	 * @return mixed
	 */
	private function value() {
		return $this->chance( 70 ) ? $this->text() : $this->one( array( null, true, false, 0, -1, 1.5, PHP_INT_MAX, 1.0e300, array(), array( 'x' ), array( 'a' => array( 'b' => 'c' ) ), new \stdClass() ) );
	}

	private function text(): string {
		return $this->one(
			array(
				'', ' ', '0', 'admin', 'sam', 'sam@example.test', "o'neil", '"', '\\', "\\'", 'POST', 'embed', 'edit', '/jwt-auth/v1/token', '../../x', '%00', "a\0b", "a\r\nb: c", '<script>', '{{7*7}}', '${x}', "1' OR '1'='1", str_repeat( 'x', mt_rand( 1, 5000 ) ),
				"\xff\xfe\xfd", "\u{202e}x", '💥', 'null', '[]', '-1', '9999999999999999999999', (string) mt_rand(), $this->account['name'], str_repeat( '[', 600 ), str_repeat( '%', 50 ), $this->one( $this->tokens ),
			)
		);
	}

	private function wrong_key(): ?string {
		$key = $this->key;
		return $this->one( array( null, null, '', ' ', '0', 'null', 'Array', strtolower( $key ), substr( $key, 0, -1 ), $key . 'x', "$key, $key", "$key\t$key", strrev( $key ), "\xff$key", hash( 'sha256', $key ), "' OR 1=1 -- ", '%', 'ag_', str_repeat( 'k', 4000 ) ) );
	}

	/**
	 * Spoils a text now and then.
	 *
	 * @param string $text    The text.
	 * @param int    $percent How often.
	 */
	private function mutate( string $text, int $percent ): string {
		if ( '' === $text || ! $this->chance( $percent ) ) {
			return $text;
		}
		$at = mt_rand( 0, strlen( $text ) - 1 );
		switch ( mt_rand( 0, 4 ) ) {
			case 0:
				return substr( $text, 0, $at );
			case 1:
				$text[ $at ] = $this->one( array( '.', ' ', '"', '{', '[', 'A', '=', '%', "\x80" ) );
				return $text;
			case 2:
				return substr( $text, 0, $at ) . substr( $text, $at + 1 );
			case 3:
				return substr( $text, 0, $at ) . $text;
			default:
				return $text . substr( $text, $at );
		}
	}

	private function chance( int $percent ): bool {
		return mt_rand( 1, 100 ) <= $percent;
	}

	/**
	 * One of several.
	 *
	 * @param array $several The several.
	 * @return mixed
	 */
	private function one( array $several ) {
		return $several[ mt_rand( 0, count( $several ) - 1 ) ];
	}
}

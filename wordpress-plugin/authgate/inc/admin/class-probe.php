<?php
/**
 * Finds out whether the web server passes the Authorization header on.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Authorization;

defined( 'ABSPATH' ) || exit;

/**
 * The site asks itself, over HTTP, on the way that the application takes; the administrator's browser asks once more.
 *
 * The route answers only to a proof that is good for two minutes and opens nothing: it tells which headers have arrived.
 */
final class Probe {

	public const ARRIVES = 'arrives';
	public const MISSING = 'missing';
	public const UNKNOWN = 'unknown';

	/**
	 * Adds the route that is asked.
	 */
	public static function action_rest_api_init(): void {
		register_rest_route(
			'authgate/v1',
			'/probe',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'answer' ),
				'permission_callback' => array( self::class, 'may_ask' ),
			)
		);
	}

	/**
	 * Whether the request carries a proof that the health page has made.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public static function may_ask( \WP_REST_Request $request ): bool {
		$given = $request->get_param( 'proof' );
		return is_string( $given )
			&& ( hash_equals( self::proof( 0 ), $given ) || hash_equals( self::proof( 1 ), $given ) );
	}

	/**
	 * Tells which headers have arrived.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public static function answer( \WP_REST_Request $request ): \WP_REST_Response {
		$arrived = Authorization::header() === self::header( (string) $request->get_param( 'proof' ) );
		return new \WP_REST_Response( array( 'authorization' => $arrived ), 200, array( 'Cache-Control' => 'no-store' ) );
	}

	/**
	 * The address to ask.
	 */
	public static function url(): string {
		return add_query_arg( 'proof', self::proof( 0 ), rest_url( 'authgate/v1/probe' ) );
	}

	/**
	 * The header to send. Its scheme is our own: a Bearer token would be the business of whoever issues tokens here.
	 *
	 * @param string|null $proof The proof; null: the one of this minute.
	 */
	public static function header( ?string $proof = null ): string {
		return 'AuthGate-Probe ' . ( $proof ?? self::proof( 0 ) );
	}

	/**
	 * Asks.
	 *
	 * @return array{result: string, detail: string} One of the constants; and for UNKNOWN why.
	 */
	public static function ask(): array {
		$answer = wp_remote_get(
			self::url(),
			array(
				'timeout'     => 5,
				'redirection' => 0,
				'headers'     => array( 'Authorization' => self::header() ),
				/** This filter is documented in wp-includes/class-wp-http-streams.php */
				'sslverify'   => apply_filters( 'https_local_ssl_verify', false ),
			)
		);
		if ( is_wp_error( $answer ) ) {
			return array(
				'result' => self::UNKNOWN,
				'detail' => $answer->get_error_message(),
			);
		}
		$body = json_decode( wp_remote_retrieve_body( $answer ), true );
		if ( is_array( $body ) && isset( $body['authorization'] ) ) {
			return array(
				'result' => true === $body['authorization'] ? self::ARRIVES : self::MISSING,
				'detail' => '',
			);
		}
		if ( is_array( $body ) && 'jwt_auth_bad_auth_header' === ( $body['code'] ?? '' ) ) {
			// Old versions of the JWT plugin refuse every scheme but Bearer: they must have seen the header.
			return array(
				'result' => self::ARRIVES,
				'detail' => '',
			);
		}
		return array(
			'result' => self::UNKNOWN,
			'detail' => 'HTTP ' . wp_remote_retrieve_response_code( $answer ),
		);
	}

	/**
	 * What only this site can have said in this minute, or some minutes ago.
	 *
	 * @param int $minutes_ago How long ago.
	 */
	private static function proof( int $minutes_ago ): string {
		return hash_hmac( 'sha256', 'authgate-probe|' . ( intdiv( time(), 60 ) - $minutes_ago ), wp_salt( 'nonce' ) );
	}
}

<?php
/**
 * The headers of our answers.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps answers out of caches and away from web pages of other origins.
 */
final class Answers {

	/** @var Key_Check */
	private $key;

	/** @var Settings */
	private $settings;

	/**
	 * Takes what it needs.
	 *
	 * @param Key_Check $key      Tells whether the answer is one of ours.
	 * @param Settings  $settings The origins that may read our answers.
	 */
	public function __construct( Key_Check $key, Settings $settings ) {
		$this->key      = $key;
		$this->settings = $settings;
	}

	/**
	 * Adds the headers.
	 *
	 * @param mixed           $response The answer.
	 * @param mixed           $server   The server.
	 * @param WP_REST_Request $request  The request.
	 * @return mixed
	 */
	public function filter_rest_post_dispatch( $response, $server, $request ) {
		if ( ! $response instanceof WP_REST_Response || ! $this->key->was_asked() ) {
			return $response;
		}
		if ( $response->is_error() || isset( $request->get_attributes()[ Wall::MARK ] ) ) {
			unset( $_GET['_envelope'], $_GET['_embed'] ); // An envelope would hide the true status.
		}
		$response->header( 'Cache-Control', 'no-store, private' );
		$response->header( 'Pragma', 'no-cache' );
		$response->header( 'X-Content-Type-Options', 'nosniff' );
		$data    = $response->get_data();
		$seconds = is_array( $data ) ? $data['data']['retry_after'] ?? null : null;
		if ( $response->is_error() && is_string( $data['message'] ?? null ) ) {
			$data['message'] = Refusal::translate( $data['message'] );
			$response->set_data( $data );
		}
		if ( 429 === $response->get_status() && is_int( $seconds ) ) {
			$response->header( 'Retry-After', (string) $seconds );
		}
		return $response;
	}

	/**
	 * Runs right before the answer is sent. WordPress lets every origin read every answer; ours are read by none but those
	 * that the settings name.
	 *
	 * @param mixed           $served   Whether the answer has been sent.
	 * @param mixed           $response The answer.
	 * @param WP_REST_Request $request  The request.
	 * @return mixed
	 */
	public function filter_rest_pre_serve_request( $served, $response, $request ) {
		if ( ! $this->is_guarded( $request ) || headers_sent() ) {
			return $served;
		}
		header( 'Cache-Control: no-store, private' );
		if ( ! preg_grep( '/^Vary:.*\bOrigin\b/i', headers_list() ) ) {
			header( 'Vary: Origin', false );
		}
		if ( ! $this->settings->allows_origin( get_http_origin() ) ) {
			foreach ( array( 'Origin', 'Credentials', 'Methods', 'Headers' ) as $name ) {
				header_remove( "Access-Control-Allow-$name" );
			}
		} else {
			header_remove( 'Access-Control-Allow-Credentials' ); // Cookies play no part.
		}
		return $served;
	}

	/**
	 * WordPress sends a weaker Cache-Control to users, in some versions after ours.
	 *
	 * @param mixed $headers The headers against caching.
	 */
	public function filter_nocache_headers( $headers ): array {
		return ( $this->key->was_asked() ? array( 'Cache-Control' => 'no-store, private' ) : array() ) + (array) $headers;
	}

	/**
	 * Lets pages of an allowed origin send the key.
	 *
	 * @param mixed $headers The headers that they may send.
	 */
	public function filter_rest_allowed_cors_headers( $headers ): array {
		return $this->settings->allows_origin( get_http_origin() ) ? array_merge( (array) $headers, array( 'X-API-KEY' ) ) : (array) $headers;
	}

	/**
	 * Answers a request that is none of the REST interface, and ends it.
	 *
	 * @param WP_Error $refusal The refusal.
	 */
	public static function send( WP_Error $refusal ): void {
		$data = $refusal->get_error_data();
		nocache_headers();
		header( 'Vary: Origin', false );
		if ( isset( $data['retry_after'] ) ) {
			header( 'Retry-After: ' . $data['retry_after'] );
		}
		wp_send_json( array( 'code' => $refusal->get_error_code(), 'message' => Refusal::translate( $refusal->get_error_message() ), 'data' => $data ), $data['status'] );
	}

	private function is_guarded( WP_REST_Request $request ): bool {
		return $this->key->was_asked() || isset( $request->get_attributes()[ Wall::MARK ] );
	}
}

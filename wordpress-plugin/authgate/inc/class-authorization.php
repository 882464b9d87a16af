<?php
/**
 * The Authorization header of this request.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Finds it in the places where web servers leave it.
 */
final class Authorization {

	private const PLACES = array( 'HTTP_AUTHORIZATION', 'REDIRECT_HTTP_AUTHORIZATION' );

	/**
	 * The header's value, '' where there is none.
	 */
	public static function header(): string {
		foreach ( self::PLACES as $place ) {
			$value = $_SERVER[ $place ] ?? ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- matched against a strict pattern.
			if ( is_string( $value ) && '' !== trim( $value ) ) {
				return trim( wp_unslash( $value ) );
			}
		}
		// Apache's module keeps it from $_SERVER, but not from here.
		foreach ( function_exists( 'getallheaders' ) ? (array) getallheaders() : array() as $name => $value ) {
			if ( 0 === strcasecmp( (string) $name, 'Authorization' ) && is_string( $value ) ) {
				return trim( $value );
			}
		}
		return '';
	}

	/**
	 * All that some plugin could take it for: with and without the backslashes that WordPress adds, as it came and cleaned,
	 * which can turn one text into another.
	 *
	 * @return string[]
	 */
	public static function readings(): array {
		$readings = array( self::header() );
		foreach ( self::PLACES as $place ) {
			$readings[] = is_string( $_SERVER[ $place ] ?? null ) ? $_SERVER[ $place ] : ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only searched.
		}
		$readings = array_merge( $readings, array_map( 'wp_unslash', $readings ) );
		return array_merge( $readings, array_map( 'sanitize_text_field', $readings ) );
	}

	/**
	 * Hides it from everybody who comes later.
	 */
	public static function hide(): void {
		foreach ( self::PLACES as $place ) {
			unset( $_SERVER[ $place ] );
		}
	}
}

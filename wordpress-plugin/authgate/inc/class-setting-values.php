<?php
/**
 * What a setting may be.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Makes values of the right type and within their bounds out of anything, both when a form is saved and when a value is read:
 * the option may have been written by somebody else.
 */
final class Setting_Values {

	/**
	 * The numbers: default, smallest, largest.
	 */
	public const NUMBERS = array(
		'token_minutes'         => array( 30, 1, 43200 ),
		'limit_account_address' => array( 5, 1, 1000 ),
		'limit_address'         => array( 20, 1, 10000 ),
		'limit_account'         => array( 100, 1, 10000 ),
		'limit_key'             => array( 20, 1, 10000 ),
		'log_days'              => array( 30, 1, 365 ),
	);

	/**
	 * The choices between yes and no; no until somebody says yes.
	 */
	public const SWITCHES = array( 'limit_roles', 'bind_address', 'allow_application_passwords', 'block_xmlrpc_logins' );

	/**
	 * The lists, and the method that makes one item clean.
	 */
	public const LISTS = array(
		'roles'           => 'role',
		'trusted_proxies' => 'proxy',
		'allowed_origins' => 'origin',
	);

	private const MAX_TEXT  = 10000;
	private const MAX_ITEMS = 100;

	/**
	 * All settings, out of what a form brought. Unknown names are dropped.
	 *
	 * @param mixed $input The input.
	 */
	public static function sanitize( $input ): array {
		$input = is_array( $input ) ? $input : array();
		$clean = array();
		foreach ( array_keys( self::NUMBERS ) as $name ) {
			$clean[ $name ] = self::number( $name, $input[ $name ] ?? null );
		}
		foreach ( self::SWITCHES as $name ) {
			$clean[ $name ] = in_array( $input[ $name ] ?? false, array( true, 1, '1' ), true );
		}
		foreach ( array_keys( self::LISTS ) as $name ) {
			$clean[ $name ] = self::items( $name, $input[ $name ] ?? null );
		}
		return $clean;
	}

	/**
	 * A number within its bounds; the default for what is no whole number.
	 *
	 * @param string $name  A key of NUMBERS.
	 * @param mixed  $value Anything.
	 */
	public static function number( string $name, $value ): int {
		list( $default, $smallest, $largest ) = self::NUMBERS[ $name ];
		if ( is_string( $value ) && preg_match( '/^\s*[+-]?\d+\s*$/D', $value ) ) {
			$value = (float) $value; // More digits than an int holds are a large float, not an error.
		}
		if ( is_int( $value ) || is_float( $value ) && ! is_nan( $value ) ) {
			return (int) max( $smallest, min( $largest, $value ) );
		}
		return $default;
	}

	/**
	 * A list without what may not be in it. Text is split at blanks, line ends and commas.
	 *
	 * @param string $name  A key of LISTS.
	 * @param mixed  $value Anything.
	 * @return string[]
	 */
	public static function items( string $name, $value ): array {
		if ( is_string( $value ) ) {
			$value = preg_split( '/[\s,]+/', substr( $value, 0, self::MAX_TEXT ) );
		}
		$items = array_slice( array_filter( is_array( $value ) ? $value : array(), 'is_string' ), 0, self::MAX_ITEMS );
		$items = array_filter( array_map( array( self::class, self::LISTS[ $name ] ), $items ), 'strlen' );
		return array_values( array_unique( $items ) );
	}

	/**
	 * The slug of a role, '' for what cannot be one.
	 *
	 * @param string $text The text.
	 */
	private static function role( string $text ): string {
		return strlen( $text ) <= 100 && ! preg_match( '/[\x00-\x20<>"\']/', $text ) ? $text : '';
	}

	/**
	 * An address or a network in CIDR notation, '' for what is neither.
	 *
	 * @param string $text The text.
	 */
	private static function proxy( string $text ): string {
		list( $address, $bits ) = explode( '/', $text, 2 ) + array( 1 => null );
		if ( false === filter_var( $address, FILTER_VALIDATE_IP ) ) {
			return '';
		}
		$most = false === strpos( $address, ':' ) ? 32 : 128;
		return null === $bits || ctype_digit( $bits ) && strlen( $bits ) <= 3 && (int) $bits <= $most ? strtolower( $text ) : '';
	}

	/**
	 * The origin of web pages: scheme, host and perhaps a port. '' for what is more or less than that.
	 *
	 * @param string $text The text.
	 */
	private static function origin( string $text ): string {
		$text = strtolower( rtrim( $text, '/' ) );
		return preg_match( '#^https?://[a-z0-9.-]{1,253}(?::\d{1,5})?$#D', $text ) ? $text : '';
	}
}

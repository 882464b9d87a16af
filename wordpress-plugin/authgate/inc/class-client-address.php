<?php
/**
 * Where a request comes from.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * The address of the connection; where that is a trusted proxy, the right-most hop of X-Forwarded-For that is not one.
 * Everything to the left of it is what the client claims.
 */
final class Client_Address {

	/** @var Settings */
	private $settings;

	/**
	 * Takes the settings, which name the proxies.
	 *
	 * @param Settings $settings The settings.
	 */
	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/**
	 * The address in its usual spelling, '' where there is none (a Unix socket, the command line).
	 */
	public function get(): string {
		$address = $this->of_connection();
		if ( ! $this->is_of_trusted_proxy() ) {
			return $address;
		}
		$proxies = $this->settings->trusted_proxies();
		$header = $_SERVER['HTTP_X_FORWARDED_FOR'] ?? ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only addresses pass.
		foreach ( array_reverse( explode( ',', is_string( $header ) ? $header : '' ) ) as $hop ) {
			$hop = self::normal( trim( $hop ) );
			if ( '' === $hop ) {
				return $address;
			}
			$address = $hop;
			if ( ! self::is_in( $hop, $proxies ) ) {
				break;
			}
		}
		return $address;
	}

	/**
	 * The address of the connection, '' where there is none.
	 */
	public function of_connection(): string {
		return self::normal( $_SERVER['REMOTE_ADDR'] ?? '' ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only an address passes.
	}

	/**
	 * Tells whether the connection comes from a proxy that the settings name.
	 */
	public function is_of_trusted_proxy(): bool {
		$address = $this->of_connection();
		return '' !== $address && self::is_in( $address, $this->settings->trusted_proxies() );
	}

	/**
	 * What counts as one client: an IPv4 address, or the /64 that an IPv6 customer has to himself. All clients without an
	 * address share one.
	 */
	public function network(): string {
		return self::network_of( $this->get() );
	}

	/**
	 * The network of an address.
	 *
	 * @param string $address An address as get() returns it.
	 */
	public static function network_of( string $address ): string {
		$bytes = '' === $address ? false : inet_pton( $address );
		return $bytes && 16 === strlen( $bytes ) ? inet_ntop( substr( $bytes, 0, 8 ) . str_repeat( "\0", 8 ) ) . '/64' : $address;
	}

	/**
	 * Brings an address into its usual spelling; an IPv4 address that is written as IPv6 becomes IPv4.
	 *
	 * @param mixed $text Anything.
	 */
	private static function normal( $text ): string {
		if ( ! is_string( $text ) || ! filter_var( $text, FILTER_VALIDATE_IP ) ) {
			return '';
		}
		$bytes = inet_pton( $text );
		if ( 16 === strlen( $bytes ) && 0 === strncmp( $bytes, str_repeat( "\0", 10 ) . "\xff\xff", 12 ) ) {
			$bytes = substr( $bytes, 12 );
		}
		return inet_ntop( $bytes );
	}

	/**
	 * Tells whether an address is one of these or lies in one of these ranges.
	 *
	 * @param string   $address An address.
	 * @param string[] $ranges  Addresses and CIDR ranges.
	 */
	private static function is_in( string $address, array $ranges ): bool {
		$bytes = inet_pton( $address );
		foreach ( $ranges as $range ) {
			list( $net, $bits ) = explode( '/', $range, 2 ) + array( 1 => null );
			$net                = self::normal( $net );
			$net                = '' === $net ? '' : inet_pton( $net );
			if ( strlen( $net ) !== strlen( $bytes ) || ( null !== $bits && ! ctype_digit( $bits ) ) ) {
				continue;
			}
			$bits = min( null === $bits ? 128 : (int) $bits, 8 * strlen( $bytes ) );
			$full = intdiv( $bits, 8 );
			$mask = ( 0xff00 >> ( $bits % 8 ) ) & 0xff;
			if ( substr( $net, 0, $full ) === substr( $bytes, 0, $full )
				&& ( 0 === $mask || ( ord( $net[ $full ] ) & $mask ) === ( ord( $bytes[ $full ] ) & $mask ) ) ) {
				return true;
			}
		}
		return false;
	}
}

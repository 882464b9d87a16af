<?php
/**
 * The limits for attempts.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Counts attempts before the password is looked at, each counter in one atomic statement: two requests never see the same
 * number. Windows are fixed, so attempts while blocked do not prolong the block. Names and addresses are stored as keyed
 * hashes. Where counting fails, the answer is no.
 */
final class Throttle {

	private const QUARTER = 900;
	private const HOUR    = 3600;
	private const KNOWN   = 2592000;

	/** @var Settings */
	private $settings;

	/** @var Client_Address */
	private $address;

	/** @var string|null What the attempt of this request is counted for. */
	private $account;

	/**
	 * Takes what it needs.
	 *
	 * @param Settings       $settings The limits.
	 * @param Client_Address $address  Who is asking.
	 */
	public function __construct( Settings $settings, Client_Address $address ) {
		$this->settings = $settings;
		$this->address  = $address;
	}

	/**
	 * Counts an attempt to log in.
	 *
	 * The address comes first: it bounds how many rows one client can make. An account that is attacked from many addresses
	 * stays open to the addresses from which its owner has logged in before.
	 *
	 * @param string $name The name as it was typed.
	 * @return WP_Error|null The refusal, null if the password may be looked at.
	 */
	public function attempt( string $name ): ?WP_Error {
		$this->account = self::account( $name );
		$limits        = $this->settings->limits();
		$refusal       = $this->count( $this->by_address(), $limits['address'], self::QUARTER );
		if ( null !== $refusal ) {
			return $refusal;
		}
		$refusal = $this->count( $this->by_both(), $limits['account_address'], self::QUARTER );
		if ( null === $refusal ) {
			$refusal = $this->count( $this->by_account(), $limits['account'], self::HOUR );
			$refusal = null !== $refusal && $this->is_known() ? null : $refusal;
		}
		if ( null !== $refusal ) {
			$this->give_back( $this->by_address() ); // Or one locked account would use up what all others at this address have.
		}
		return $refusal;
	}

	/**
	 * The attempt was no failure: it is not counted, and the address is known from now on.
	 */
	public function succeeded(): void {
		global $wpdb;
		$this->give_back( $this->by_address() );
		$this->give_back( $this->by_account() );
		$wpdb->delete( Schema::attempts(), array( 'bucket' => $this->by_both() ) );
		$wpdb->replace( Schema::attempts(), array( 'bucket' => $this->known(), 'n' => 0, 'expires' => time() + self::KNOWN ) );
	}

	/**
	 * Counts a request without a valid key.
	 *
	 * @return WP_Error|null The refusal, null within the limit.
	 */
	public function key_guess(): ?WP_Error {
		return $this->count( self::bucket( 'key', $this->address->network() ), $this->settings->limits()['key'], self::QUARTER );
	}

	private function count( string $bucket, int $limit, int $window ): ?WP_Error {
		global $wpdb;
		$now = time();
		// phpcs:disable WordPress.DB -- a table of ours.
		// "n" is set before "expires" and still sees the old one.
		$counted = $wpdb->query(
			$wpdb->prepare(
				'INSERT INTO ' . Schema::attempts() . ' (bucket, n, expires) VALUES (%s, LAST_INSERT_ID(1), %d)
				ON DUPLICATE KEY UPDATE n = LAST_INSERT_ID(IF(expires <= %d, 1, n + 1)), expires = IF(expires <= %d, VALUES(expires), expires)',
				$bucket,
				$now + $window,
				$now,
				$now
			)
		);
		$n = (int) $wpdb->insert_id;
		if ( ! $counted || $n < 1 ) {
			return Refusal::unavailable();
		}
		if ( 1 === $n ) { // Every new counter sweeps away more than itself, so their number stays bounded.
			$wpdb->query( $wpdb->prepare( 'DELETE FROM ' . Schema::attempts() . ' WHERE expires < %d LIMIT 1000', $now ) );
		}
		if ( $n <= $limit ) {
			return null;
		}
		return Refusal::too_many( (int) $wpdb->get_var( $wpdb->prepare( 'SELECT expires FROM ' . Schema::attempts() . ' WHERE bucket = %s', $bucket ) ) - $now );
		// phpcs:enable
	}

	private function give_back( string $bucket ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'UPDATE ' . Schema::attempts() . ' SET n = n - 1 WHERE bucket = %s AND n > 0', $bucket ) ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	private function is_known(): bool {
		global $wpdb;
		return (bool) $wpdb->get_var( $wpdb->prepare( 'SELECT 1 FROM ' . Schema::attempts() . ' WHERE bucket = %s AND expires > %d', $this->known(), time() ) ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	private function by_address(): string {
		return self::bucket( 'address', $this->address->network() );
	}

	private function by_account(): string {
		return self::bucket( 'account', (string) $this->account );
	}

	private function by_both(): string {
		return self::bucket( 'both', $this->account . "\n" . $this->address->network() );
	}

	private function known(): string {
		return self::bucket( 'known', $this->account . "\n" . $this->address->network() );
	}

	/**
	 * What all spellings of an account have in common: its number, or the normal form of a name that nobody has.
	 *
	 * @param string $name The name as it was typed.
	 */
	private static function account( string $name ): string {
		$user = get_user_by( 'login', sanitize_user( $name ) );
		if ( ! $user && false !== strpos( $name, '@' ) ) {
			$user = get_user_by( 'email', trim( $name ) );
		}
		return $user instanceof WP_User ? "id $user->ID" : 'name ' . strtolower( sanitize_user( $name, true ) );
	}

	private static function bucket( string $kind, string $what ): string {
		return substr( hash_hmac( 'sha256', "authgate $kind\n$what", wp_salt( 'nonce' ) ), 0, 32 );
	}
}

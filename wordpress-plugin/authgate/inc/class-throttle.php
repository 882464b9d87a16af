<?php
/**
 * The limits for attempts.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Counts attempts before the password is looked at: per account and address, per address, per account; and wrong keys per
 * address. Nobody locks out the rightful user who is elsewhere.
 */
final class Throttle {

	private const QUARTER = 900;
	private const HOUR    = 3600;
	private const KNOWN   = 2592000;

	/** @var Settings */
	private $settings;

	/** @var Client_Address */
	private $address;

	/** @var Attempt_Counters */
	private $counters;

	/** @var string|null What the attempt of this request is counted for. */
	private $account;

	/**
	 * Takes what it needs.
	 *
	 * @param Settings         $settings The limits.
	 * @param Client_Address   $address  Who is asking.
	 * @param Attempt_Counters $counters The counters.
	 */
	public function __construct( Settings $settings, Client_Address $address, Attempt_Counters $counters ) {
		$this->settings = $settings;
		$this->address  = $address;
		$this->counters = $counters;
	}

	/**
	 * Counts an attempt to log in.
	 *
	 * The address comes first: it bounds how many rows one client can make. What an attacker uses up, the limit of an address
	 * that he shares with others or that of an account, does not shut out who has logged in to this account from there before.
	 *
	 * @param string $name The name as it was typed.
	 * @return WP_Error|null The refusal, null if the password may be looked at.
	 */
	public function attempt( string $name ): ?WP_Error {
		$this->account = self::account( $name );
		$limits        = $this->settings->limits();
		$refusal       = $this->unless_known( $this->counters->count( $this->by_address(), $limits['address'], self::QUARTER ) );
		if ( null !== $refusal ) {
			return $refusal;
		}
		$refusal = $this->counters->count( $this->by_both(), $limits['account_address'], self::QUARTER )
			?? $this->unless_known( $this->counters->count( $this->by_account(), $limits['account'], self::HOUR ) );
		if ( null !== $refusal ) {
			$this->counters->give_back( $this->by_address() ); // Or one locked account would use up what all others at this address have.
		}
		return $refusal;
	}

	/**
	 * Tells whether attempts can be counted. Where they cannot, every one is refused.
	 */
	public function works(): bool {
		return $this->counters->work();
	}

	/**
	 * The attempt was no failure: it is not counted, and the address is known from now on.
	 */
	public function succeeded(): void {
		$this->counters->give_back( $this->by_address() );
		$this->counters->give_back( $this->by_account() );
		$this->counters->clear( $this->by_both() );
		$this->counters->mark( $this->known(), self::KNOWN );
	}

	/**
	 * Forgets from where somebody has logged in.
	 *
	 * @param int $user_id The user.
	 * @return int From how many addresses that was.
	 */
	public static function forget( int $user_id ): int {
		return ( new Attempt_Counters() )->clear_within( 'known', "id $user_id" );
	}

	/**
	 * Counts a request without a valid key.
	 *
	 * @return WP_Error|null The refusal, null within the limit.
	 */
	public function key_guess(): ?WP_Error {
		return $this->counters->count( Attempt_Counters::name( 'key', $this->address->network() ), $this->settings->limits()['key'], self::QUARTER );
	}

	/**
	 * Excuses too many attempts, and nothing else: where they could not be counted, the answer stays no.
	 *
	 * @param WP_Error|null $refusal What a counter said.
	 */
	private function unless_known( ?WP_Error $refusal ): ?WP_Error {
		$is_full = null !== $refusal && 'authgate_too_many_attempts' === $refusal->get_error_code();
		return $is_full && $this->counters->is_marked( $this->known() ) ? null : $refusal;
	}

	private function by_address(): string {
		return Attempt_Counters::name( 'address', $this->address->network() );
	}

	private function by_account(): string {
		return Attempt_Counters::name( 'account', (string) $this->account );
	}

	private function by_both(): string {
		return Attempt_Counters::name( 'both', $this->account . "\n" . $this->address->network() );
	}

	private function known(): string {
		return Attempt_Counters::name_within( 'known', (string) $this->account, $this->address->network() );
	}

	/**
	 * What all spellings of an account have in common: its number, or the normal form of a name that nobody has.
	 *
	 * @param string $name The name as it was typed.
	 */
	private static function account( string $name ): string {
		$user = Accounts::named( $name );
		return null !== $user ? "id $user->ID" : 'name ' . strtolower( sanitize_user( $name, true ) );
	}
}

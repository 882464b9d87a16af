<?php
/**
 * What the administrator has chosen.
 *
 * @package AuthGate
 */

namespace AuthGate;

use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the option "authgate_settings", an array. Whatever is missing or absurd there counts as its default, so that no
 * value can break logins.
 */
final class Settings {

	public const OPTION = 'authgate_settings';

	/**
	 * How long a token lives, in minutes: 1 to 43,200, by default 30.
	 */
	public function token_minutes(): int {
		return $this->number( 'token_minutes' );
	}

	/**
	 * Tells whether the roles of a user permit a login. A user without any role may not.
	 *
	 * @param WP_User $user The user.
	 */
	public function may_log_in( WP_User $user ): bool {
		$permitted = $this->limits_roles() ? array_intersect( $user->roles, $this->permitted_roles() ) : $user->roles;
		return array() !== $permitted;
	}

	/**
	 * Tells whether only some roles may log in.
	 */
	public function limits_roles(): bool {
		return $this->is_on( 'limit_roles' );
	}

	/**
	 * The roles that may log in, where not all may.
	 *
	 * @return string[]
	 */
	public function permitted_roles(): array {
		return $this->items( 'roles' );
	}

	/**
	 * How many attempts are let through: per account and address in 15 minutes, per address in 15 minutes, per account
	 * in an hour, and how many wrong keys per address in 15 minutes.
	 *
	 * @return array{account_address: int, address: int, account: int, key: int}
	 */
	public function limits(): array {
		return array(
			'account_address' => $this->number( 'limit_account_address' ),
			'address'         => $this->number( 'limit_address' ),
			'account'         => $this->number( 'limit_account' ),
			'key'             => $this->number( 'limit_key' ),
		);
	}

	/**
	 * Tells whether a token holds only at the address at which it was issued.
	 */
	public function binds_address(): bool {
		return $this->is_on( 'bind_address' );
	}

	/**
	 * Addresses of the proxies whose X-Forwarded-For is believed, as addresses or CIDR ranges.
	 *
	 * @return string[]
	 */
	public function trusted_proxies(): array {
		return $this->items( 'trusted_proxies' );
	}

	/**
	 * Tells whether an application password of WordPress is accepted for a login.
	 */
	public function allows_application_passwords(): bool {
		return $this->is_on( 'allow_application_passwords' );
	}

	/**
	 * Tells whether logins over XML-RPC are switched off.
	 */
	public function blocks_xmlrpc_logins(): bool {
		return $this->is_on( 'block_xmlrpc_logins' );
	}

	/**
	 * Origins of web pages that may call the guarded routes from a browser; none by default.
	 *
	 * @return string[] Like "https://app.example.org".
	 */
	public function allowed_origins(): array {
		return $this->items( 'allowed_origins' );
	}

	/**
	 * Tells whether a web page may call the guarded routes. A request that comes from none has no origin.
	 *
	 * @param mixed $origin What get_http_origin() says.
	 */
	public function allows_origin( $origin ): bool {
		return is_string( $origin ) && '' !== $origin && in_array( $origin, $this->allowed_origins(), true );
	}

	/**
	 * For how many days the log is kept.
	 */
	public function log_days(): int {
		return $this->number( 'log_days' );
	}

	private function number( string $name ): int {
		return Setting_Values::number( $name, $this->stored( $name ) );
	}

	private function is_on( string $name ): bool {
		return true === $this->stored( $name );
	}

	private function items( string $name ): array {
		return Setting_Values::items( $name, $this->stored( $name ) );
	}

	/**
	 * What the option holds under a name; null if nothing.
	 *
	 * @param string $name The name.
	 * @return mixed
	 */
	private function stored( string $name ) {
		$stored = get_option( self::OPTION );
		return is_array( $stored ) ? $stored[ $name ] ?? null : null;
	}
}

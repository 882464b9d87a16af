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
		return 30;
	}

	/**
	 * Tells whether the roles of a user permit a login. A user without any role may not.
	 *
	 * @param WP_User $user The user.
	 */
	public function may_log_in( WP_User $user ): bool {
		return array() !== $user->roles;
	}

	/**
	 * How many attempts are let through: per account and address in 15 minutes, per address in 15 minutes, per account
	 * in an hour, and how many wrong keys per address in 15 minutes.
	 *
	 * @return array{account_address: int, address: int, account: int, key: int}
	 */
	public function limits(): array {
		return array(
			'account_address' => 5,
			'address'         => 20,
			'account'         => 100,
			'key'             => 20,
		);
	}

	/**
	 * Tells whether a token holds only at the address at which it was issued.
	 */
	public function binds_address(): bool {
		return false;
	}

	/**
	 * Addresses of the proxies whose X-Forwarded-For is believed, as addresses or CIDR ranges.
	 *
	 * @return string[]
	 */
	public function trusted_proxies(): array {
		return array();
	}

	/**
	 * Tells whether an application password of WordPress is accepted for a login.
	 */
	public function allows_application_passwords(): bool {
		return false;
	}

	/**
	 * Tells whether logins over XML-RPC are switched off.
	 */
	public function blocks_xmlrpc_logins(): bool {
		return false;
	}

	/**
	 * Origins of web pages that may call the guarded routes from a browser; none by default.
	 *
	 * @return string[] Like "https://app.example.org".
	 */
	public function allowed_origins(): array {
		return array();
	}
}

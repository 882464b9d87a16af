<?php
/**
 * The fields of the tab "Settings".
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Setting_Values;
use AuthGate\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * Prints them. Every field has a label, and every help text belongs to its field for a screen reader too.
 */
final class Setting_Fields {

	/**
	 * The settings.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Takes the settings.
	 *
	 * @param Settings $settings The settings.
	 */
	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/**
	 * The sections of the form.
	 *
	 * @return array<string, array{string, array<string, array{string, callable}>}> Section → title, name → label and printer.
	 */
	public function sections(): array {
		$sections = array(
			'authgate_logins'   => array( __( 'Logins', 'authgate' ), array( 'token_minutes', 'roles', 'allow_application_passwords', 'block_xmlrpc_logins' ) ),
			'authgate_attempts' => array( __( 'Limits for failed attempts', 'authgate' ), array( 'limit_account_address', 'limit_address', 'limit_account', 'limit_key' ) ),
			'authgate_network'  => array( __( 'Addresses', 'authgate' ), array( 'bind_address', 'trusted_proxies', 'allowed_origins' ) ),
			'authgate_log'      => array( __( 'Log', 'authgate' ), array( 'log_days' ) ),
		);
		foreach ( $sections as $section => list( $title, $names ) ) {
			$sections[ $section ][1] = array();
			foreach ( $names as $name ) {
				$sections[ $section ][1][ $name ] = array( $this->label( $name ), $this->printer( $name ) );
			}
		}
		return $sections;
	}

	/**
	 * The label of a setting.
	 *
	 * @param string $name The setting.
	 */
	public function label( string $name ): string {
		$labels = array(
			'token_minutes'               => __( 'A login lasts', 'authgate' ),
			'roles'                       => __( 'Who may log in', 'authgate' ),
			'allow_application_passwords' => __( 'Application passwords', 'authgate' ),
			'block_xmlrpc_logins'         => __( 'XML-RPC', 'authgate' ),
			'limit_account_address'       => __( 'One account from one address', 'authgate' ),
			'limit_address'               => __( 'All accounts from one address', 'authgate' ),
			'limit_account'               => __( 'One account from everywhere', 'authgate' ),
			'limit_key'                   => __( 'Wrong keys from one address', 'authgate' ),
			'bind_address'                => __( 'Bind logins to the address', 'authgate' ),
			'trusted_proxies'             => __( 'Trusted proxies', 'authgate' ),
			'allowed_origins'             => __( 'Allowed web origins (CORS)', 'authgate' ),
			'log_days'                    => __( 'Keep the log for', 'authgate' ),
		);
		return $labels[ $name ];
	}

	/**
	 * The HTML id of a setting's field.
	 *
	 * @param string $name The setting.
	 */
	public static function id( string $name ): string {
		return 'authgate-' . str_replace( '_', '-', $name );
	}

	/**
	 * Whether the label in the left column belongs to one input; a checkbox has a label of its own.
	 *
	 * @param string $name The setting.
	 */
	public static function has_one_input( string $name ): bool {
		return isset( Setting_Values::NUMBERS[ $name ] ) || in_array( $name, array( 'trusted_proxies', 'allowed_origins' ), true );
	}

	/**
	 * What prints a setting's field.
	 *
	 * @param string $name The setting.
	 */
	private function printer( string $name ): callable {
		return function () use ( $name ) {
			$help = Setting_Texts::help( $name );
			if ( isset( Setting_Values::NUMBERS[ $name ] ) ) {
				$this->print_number( $name );
			} elseif ( 'roles' === $name ) {
				$this->print_roles();
			} elseif ( isset( Setting_Values::LISTS[ $name ] ) ) {
				$this->print_list( $name );
			} else {
				$this->print_switch( $name );
			}
			printf( '<p class="description authgate-prose" id="%s-help">%s</p>', esc_attr( self::id( $name ) ), esc_html( $help ) );
		};
	}

	private function print_number( string $name ): void {
		list( , $smallest, $largest ) = Setting_Values::NUMBERS[ $name ];
		$limits                       = $this->settings->limits();
		$values                       = array(
			'token_minutes' => $this->settings->token_minutes(),
			'log_days'      => $this->settings->log_days(),
		);
		printf(
			'<input type="number" id="%1$s" name="%2$s[%3$s]" value="%4$d" min="%5$d" max="%6$d" step="1" aria-describedby="%1$s-unit %1$s-help"> <span id="%1$s-unit">%7$s</span>',
			esc_attr( self::id( $name ) ),
			esc_attr( Settings::OPTION ),
			esc_attr( $name ),
			(int) ( $values[ $name ] ?? $limits[ substr( $name, strlen( 'limit_' ) ) ] ),
			(int) $smallest,
			(int) $largest,
			esc_html( Setting_Texts::unit( $name ) )
		);
	}

	private function print_switch( string $name ): void {
		$values = array(
			'allow_application_passwords' => $this->settings->allows_application_passwords(),
			'block_xmlrpc_logins'         => $this->settings->blocks_xmlrpc_logins(),
			'bind_address'                => $this->settings->binds_address(),
		);
		printf(
			'<input type="checkbox" id="%1$s" name="%2$s[%3$s]" value="1" aria-describedby="%1$s-help"%4$s> <label for="%1$s">%5$s</label>',
			esc_attr( self::id( $name ) ),
			esc_attr( Settings::OPTION ),
			esc_attr( $name ),
			checked( $values[ $name ], true, false ),
			esc_html( Setting_Texts::choice( $name ) )
		);
	}

	private function print_list( string $name ): void {
		$values = 'trusted_proxies' === $name ? $this->settings->trusted_proxies() : $this->settings->allowed_origins();
		printf(
			'<textarea id="%1$s" name="%2$s[%3$s]" rows="3" class="large-text code authgate-prose" spellcheck="false" aria-describedby="%1$s-help">%4$s</textarea>',
			esc_attr( self::id( $name ) ),
			esc_attr( Settings::OPTION ),
			esc_attr( $name ),
			esc_textarea( implode( "\n", $values ) )
		);
	}

	private function print_roles(): void {
		$limited = $this->settings->limits_roles();
		$option  = esc_attr( Settings::OPTION );
		echo '<fieldset aria-describedby="authgate-roles-help"><legend class="screen-reader-text">' . esc_html( $this->label( 'roles' ) ) . '</legend>';
		printf( '<label><input type="radio" name="%s[limit_roles]" value="0"%s> %s</label><br>', $option, checked( $limited, false, false ), esc_html__( 'Everyone who has a role on this site', 'authgate' ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
		printf( '<label><input type="radio" name="%s[limit_roles]" value="1"%s> %s</label>', $option, checked( $limited, true, false ), esc_html__( 'Only these roles:', 'authgate' ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
		echo '<ul class="authgate-roles">';
		foreach ( wp_roles()->get_names() as $role => $name ) {
			printf(
				'<li><label><input type="checkbox" name="%s[roles][]" value="%s"%s> %s</label></li>',
				$option, // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
				esc_attr( $role ),
				checked( in_array( (string) $role, $this->settings->permitted_roles(), true ), true, false ),
				esc_html( translate_user_role( $name ) )
			);
		}
		echo '</ul></fieldset>';
	}
}

<?php
/**
 * The tab "Settings".
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Audit_Log;
use AuthGate\Setting_Values;
use AuthGate\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * The form of the settings, through WordPress's Settings API: options.php sees to the capability and the nonce.
 */
final class Settings_Tab implements Tab {

	private const GROUP = 'authgate';

	/**
	 * The fields.
	 *
	 * @var Setting_Fields
	 */
	private $fields;

	/**
	 * The log.
	 *
	 * @var Audit_Log
	 */
	private $log;

	/**
	 * Takes what it needs.
	 *
	 * @param Setting_Fields $fields The fields.
	 * @param Audit_Log      $log    The log.
	 */
	public function __construct( Setting_Fields $fields, Audit_Log $log ) {
		$this->fields = $fields;
		$this->log    = $log;
	}

	public function slug(): string {
		return 'settings';
	}

	public function title(): string {
		return __( 'Settings', 'authgate' );
	}

	public function handle( string $action ): string {
		return 'not_stored'; // The form goes to options.php, never here.
	}

	public function render(): void {
		echo '<form method="post" action="options.php" class="authgate-fields">';
		settings_fields( self::GROUP );
		do_settings_sections( self::GROUP );
		submit_button();
		echo '</form>';
	}

	/**
	 * Makes the option, its sections and its fields known.
	 */
	public function action_admin_init(): void {
		register_setting(
			self::GROUP,
			Settings::OPTION,
			array(
				'type'              => 'object',
				'sanitize_callback' => array( $this, 'sanitize' ),
				'show_in_rest'      => false,
			)
		);
		foreach ( $this->fields->sections() as $section => list( $title, $fields ) ) {
			add_settings_section( $section, $title, '__return_null', self::GROUP );
			foreach ( $fields as $name => list( $label, $print ) ) {
				$for = Setting_Fields::has_one_input( $name ) ? array( 'label_for' => Setting_Fields::id( $name ) ) : array();
				add_settings_field( $name, $label, $print, self::GROUP, $section, $for );
			}
		}
	}

	/**
	 * Bounds what the form brought, and says where that changed what was typed.
	 *
	 * @param mixed $input The input.
	 */
	public function sanitize( $input ): array {
		$clean = Setting_Values::sanitize( $input );
		foreach ( array_keys( Setting_Values::NUMBERS ) as $name ) {
			$typed = is_array( $input ) ? $input[ $name ] ?? '' : '';
			if ( ! is_scalar( $typed ) || trim( (string) $typed ) !== (string) $clean[ $name ] ) {
				/* translators: 1: name of a setting, 2: a number. */
				$this->warn( $name, sprintf( __( '%1$s: what was typed is not possible; it is now %2$s.', 'authgate' ), $this->fields->label( $name ), number_format_i18n( $clean[ $name ] ) ) );
			}
		}
		foreach ( array( 'trusted_proxies', 'allowed_origins' ) as $name ) {
			$typed = is_array( $input ) ? $input[ $name ] ?? '' : '';
			$typed = is_string( $typed ) ? array_unique( preg_split( '/[\s,]+/', $typed, -1, PREG_SPLIT_NO_EMPTY ) ) : $clean[ $name ];
			if ( count( $typed ) > count( $clean[ $name ] ) ) {
				/* translators: %s: name of a setting. */
				$this->warn( $name, sprintf( __( '%s: lines that are none have been left out.', 'authgate' ), $this->fields->label( $name ) ) );
			}
		}
		if ( $clean['limit_roles'] && array() === $clean['roles'] ) {
			$this->warn( 'roles', __( 'No role is chosen: nobody can log in through an application.', 'authgate' ) );
		}
		return $clean;
	}

	/**
	 * Records which settings have changed.
	 *
	 * @param mixed $old   The old value.
	 * @param mixed $value The new value.
	 */
	public function action_update_option( $old, $value ): void {
		$changed = array();
		foreach ( (array) $value as $name => $setting ) {
			if ( ! is_array( $old ) || ( $old[ $name ] ?? null ) !== $setting ) {
				$changed[] = $name;
			}
		}
		if ( $changed ) {
			$this->log->record_deed( 'settings_changed', implode( ' ', $changed ) );
		}
	}

	/**
	 * Records that settings have been saved for the first time.
	 *
	 * @param string $option Its name.
	 * @param mixed  $value  The value.
	 */
	public function action_add_option( $option, $value ): void {
		$this->action_update_option( Setting_Values::sanitize( null ), $value );
	}

	/**
	 * Adds a warning, once: WordPress sanitises an option that is new twice.
	 *
	 * @param string $code The setting.
	 * @param string $text What to say.
	 */
	private function warn( string $code, string $text ): void {
		if ( function_exists( 'add_settings_error' ) && ! in_array( $code, array_column( get_settings_errors( self::GROUP ), 'code' ), true ) ) {
			add_settings_error( self::GROUP, $code, $text, 'warning' );
		}
	}
}

<?php
/**
 * The objects behind the pages of wp-admin.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Parts;

defined( 'ABSPATH' ) || exit;

/**
 * Builds them and ties them together; as with Parts, none does anything until a hook asks it to.
 */
final class Screens {

	/** @var Settings_Page */
	public $page;

	/** @var Settings_Tab */
	public $settings_tab;

	/** @var Profile */
	public $profile;

	/** @var Notices */
	public $notices;

	/** @var Deactivation */
	public $deactivation;

	/** @var Site_Health */
	public $site_health;

	/** @var Cli */
	public $cli;

	/**
	 * Builds them.
	 *
	 * @param Parts  $parts  The parts of the plugin.
	 * @param string $plugin Folder and file, as WordPress names a plugin.
	 */
	public function __construct( Parts $parts, string $plugin ) {
		$health             = new Health( $parts );
		$this->settings_tab = new Settings_Tab( new Setting_Fields( $parts->settings ), $parts->log );
		$this->page         = new Settings_Page(
			$plugin,
			new Keys_Tab( $parts->api_keys, $parts->log ),
			$this->settings_tab,
			new Sessions_Tab( $parts->sessions, $parts->log ),
			new Health_Tab( $health ),
			new Log_Tab( $parts->log )
		);
		$this->profile      = new Profile( $parts->sessions, $parts->log );
		$this->notices      = new Notices( $health );
		$this->deactivation = new Deactivation( $plugin );
		$this->site_health  = new Site_Health( $health );
		$this->cli          = new Cli( $parts->api_keys, $parts->log );
	}
}

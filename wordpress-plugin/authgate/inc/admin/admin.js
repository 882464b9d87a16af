/**
 * Conveniences only: every page works without this script.
 */
( function () {
	'use strict';

	document.querySelectorAll( 'button[data-authgate-copy]' ).forEach( function ( button ) {
		if ( ! navigator.clipboard ) {
			return; // Only in secure contexts; elsewhere the button stays hidden and the field can be copied by hand.
		}
		var field = document.getElementById( button.getAttribute( 'data-authgate-copy' ) );
		button.hidden = false;
		button.addEventListener( 'click', function () {
			navigator.clipboard.writeText( field.value ).then( function () {
				document.getElementById( button.getAttribute( 'data-authgate-status' ) ).textContent = button.getAttribute( 'data-done' );
			} );
		} );
	} );

	document.querySelectorAll( 'input[data-authgate-select]' ).forEach( function ( field ) {
		field.addEventListener( 'focus', function () {
			field.select();
		} );
	} );
}() );

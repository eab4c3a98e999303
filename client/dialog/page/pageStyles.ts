import { css } from 'lit';

/** Colours are those of the theme; where a high contrast theme has borders, so do we. */
export const pageStyles = css`
	body {
		max-width: 46rem;
		padding: 0 1.2rem 2rem;
	}
	h1 {
		font-size: 1.3em;
		font-weight: normal;
	}
	.actions {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		gap: 0.5rem;
	}
	.count {
		width: 4.5rem;
	}
	.field {
		margin: 0.5rem 0;
		padding: 0.4rem 0.6rem;
		border: 1px solid transparent;
		border-left: 3px solid transparent;
	}
	.field vscode-textfield,
	.field select {
		width: 100%;
	}
	select {
		height: 26px;
		padding: 0 2px;
		border: 1px solid var(--vscode-settings-dropdownBorder, var(--vscode-contrastBorder, transparent));
		border-radius: 4px;
		background: var(--vscode-settings-dropdownBackground);
		color: var(--vscode-settings-dropdownForeground);
		font: inherit;
	}
	select:focus-visible {
		border-color: var(--vscode-focusBorder);
		outline: none;
	}
	select[aria-invalid='true'] {
		border-color: var(--vscode-inputValidation-errorBorder);
		background: var(--vscode-inputValidation-errorBackground);
	}
	.label {
		display: flex;
		align-items: baseline;
		gap: 0.4rem;
		margin-bottom: 0.2rem;
		font-weight: bold;
	}
	.required {
		color: var(--vscode-errorForeground);
	}
	.macro {
		width: 1.4em;
		padding: 0;
		border: 1px solid var(--vscode-contrastBorder, var(--vscode-descriptionForeground));
		border-radius: 50%;
		background: none;
		color: var(--vscode-foreground);
		font-size: 0.8em;
		cursor: pointer;
	}
	.macro:focus-visible {
		outline: 1px solid var(--vscode-focusBorder);
		outline-offset: 1px;
	}
	.help {
		font-weight: normal;
		margin: 0.2rem 0 0;
		color: var(--vscode-descriptionForeground);
	}
	.fault {
		margin: 0.2rem 0 0;
		color: var(--vscode-errorForeground);
	}
	.current {
		border-color: var(--vscode-contrastActiveBorder, transparent);
		border-left-color: var(--vscode-focusBorder);
		background: var(--vscode-list-inactiveSelectionBackground);
	}
	fieldset {
		margin: 0.8rem 0;
		border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-descriptionForeground)));
	}
	.instance {
		margin-bottom: 0.6rem;
		padding-bottom: 0.6rem;
		border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
	}
`;

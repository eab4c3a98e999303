/** What a person does with the map of the deployment: its view in the Explorer, and its picture in a tab. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { untilEffect } from './untilEffect';
import { expandRow } from './viewActions';

const mapPane = (page: Page): Locator =>
	page.locator('.pane').filter({ has: page.locator('.pane-header', { hasText: 'Deployment map' }) });

const mapRow = (page: Page, words: string): Locator =>
	mapPane(page).locator('.monaco-list-row').filter({ hasText: words }).first();

/** Waits for a line of the view "Deployment map" that has the words, and answers with all lines. */
async function mapRows(page: Page, words: string): Promise<string[]> {
	await mapRow(page, words).waitFor();
	return (await mapPane(page).locator('.monaco-list-row').allTextContents()).map(text => text.trim());
}

/** Opens a line of the view "Deployment map", if it is not open. */
const expandOnMap = (page: Page, words: string): Promise<void> => expandRow(mapPane(page), words);

/** Clicks a line of the view "Deployment map" until it is the chosen one: a click is lost when the lines are drawn anew. */
const clickOnMap = (page: Page, words: string): Promise<void> => {
	const chosen = mapPane(page).locator('.monaco-list-row.selected').filter({ hasText: words }).first();
	return untilEffect(
		`“${words}” is chosen`,
		() => mapRow(page, words).click(),
		timeout => chosen.waitFor({ timeout }),
	);
};

/** The page of the picture, which lies in two frames. While a new picture is loaded, a third one waits beside the inner. */
const mapPage = (page: Page): FrameLocator =>
	page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

/** Waits until the picture says the words. */
async function pictureSays(page: Page, words: string): Promise<void> {
	await mapPage(page).locator('svg').filter({ hasText: words }).waitFor();
}

/** Clicks a line of a box in the picture. */
async function clickInPicture(page: Page, words: string): Promise<void> {
	await mapPage(page).locator('svg a').filter({ hasText: words }).first().click();
}

/** The colour of a title in the picture and that of its ground, as the browser shows them. */
const pictureColours = (page: Page): Promise<string[]> =>
	mapPage(page)
		.locator('svg')
		.evaluate(svg =>
			['.title', '.ground'].map(each => {
				const shape = svg.querySelector(each);
				return shape ? svg.ownerDocument.defaultView.getComputedStyle(shape).fill : '';
			}),
		);

/** Actions that `hands` can ask for. */
export const mapActions = {
	mapRows,
	expandOnMap,
	clickOnMap,
	pictureSays,
	clickInPicture,
	pictureColours,
};

/** A person at the keyboard of VS Code, who counts the keys that give a text its structure. */
import { hands } from './stage';

export class Typist {
	/** Keys for structure so far: marks, letters that find a suggestion, Enter and Tab, and all that moves the cursor. */
	keys = 0;

	/** Presses keys for structure, by their names. */
	async press(...keys: readonly string[]): Promise<void> {
		this.keys += keys.length;
		await hands('press', ...keys);
	}

	/** Writes words that only the person can know, such as a name or a caption. */
	async say(words: string): Promise<void> {
		await hands('say', words);
	}

	/** Presses keys until the list offers this first, and accepts it, by Enter if not by another key. */
	async accept(label: string, ...keys: readonly string[]): Promise<void> {
		await this.press(...keys);
		await hands('suggested', label);
		await this.press('Enter');
	}

	/** Words for one tab stop after the other; an empty text keeps what a stop offers. */
	async fill(...stops: readonly string[]): Promise<void> {
		for (const words of stops) {
			if (words !== '') await this.say(words);
			await this.press('Tab');
		}
	}
}
